using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dateline.Persistence;
using MassTransit;
using RabbitMQ.Client.Exceptions;

namespace Dateline.Messaging;

/// <summary>Sorts exceptions by what helps against them.</summary>
public static class FaultClassification
{
    public static FaultKind Of(Exception exception)
    {
        if (IsOutage(exception))
            return FaultKind.Outage;
        return IsData(exception) ? FaultKind.Data : FaultKind.Unclear;
    }

    private static bool IsOutage(Exception exception) =>
        DatabaseOutage.IsBehind(exception) || Chain(exception).Any(inner => inner
            is PublishDeadlineException
            or MessageReturnedException          // no queue yet: its service has never started
            or BrokerUnreachableException
            or AlreadyClosedException
            or OperationInterruptedException
            or ConnectionException
            or TransportUnavailableException
            or IOException { HResult: DiskFull });

    private static bool IsData(Exception exception) => Chain(exception).Any(inner => inner
        is DbException                           // what is no outage is a refusal of this row
        or JsonException
        or FormatException
        or DecoderFallbackException
        or InvalidDataException
        or ArgumentException
        or NotSupportedException
        or OverflowException
        or IndexOutOfRangeException
        or KeyNotFoundException
        or InvalidCastException
        or NullReferenceException
        or InsufficientExecutionStackException);

    private const int DiskFull = 28; // ENOSPC

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
            yield return current;
    }
}
