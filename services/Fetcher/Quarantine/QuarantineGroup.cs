namespace Dateline.Fetcher.Quarantine;

/// <summary>One cause with the documents that wait for its cure, as REST shows it.</summary>
public sealed record QuarantineGroup(
    string Group,
    string Stage,
    string ExceptionType,
    string Place,
    string Message,
    string? Stack,
    long Count,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    Guid SampleDocumentId)
{
    public static QuarantineGroup From(FaultGroup group, long count) => new(
        group.Fingerprint, group.Stage, group.ExceptionType, group.Place, group.Message, group.Stack, count,
        group.FirstSeen, group.LastSeen, group.SampleDocumentId);
}
