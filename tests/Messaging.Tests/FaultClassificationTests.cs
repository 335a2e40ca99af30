using System.Net.Sockets;
using System.Text.Json;
using Npgsql;

namespace Dateline.Messaging.Tests;

public sealed class FaultClassificationTests
{
    public static TheoryData<Exception, FaultKind> Cases => new()
    {
        { new PublishDeadlineException("late"), FaultKind.Outage },
        { new SocketException((int)SocketError.ConnectionRefused), FaultKind.Outage },
        { new InvalidOperationException("outer", new NpgsqlException("gone", new SocketException(111))), FaultKind.Outage },
        { new PostgresException("stopping", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown), FaultKind.Outage },
        { new PostgresException("no table", "ERROR", "ERROR", PostgresErrorCodes.UndefinedTable), FaultKind.Outage },
        { new PostgresException("too long", "ERROR", "ERROR", PostgresErrorCodes.StringDataRightTruncation), FaultKind.Data },
        { new JsonException("no JSON"), FaultKind.Data },
        { new InvalidOperationException("outer", new FormatException("no number")), FaultKind.Data },
        { new InvalidOperationException("who knows"), FaultKind.Unclear },
        { new TimeoutException("slow"), FaultKind.Unclear },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void An_exception_says_whether_to_wait_to_try_again_or_to_put_aside(Exception exception, FaultKind kind) =>
        FaultClassification.Of(exception).ShouldBe(kind);
}
