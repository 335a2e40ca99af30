namespace Dateline.Dashboard.Clients;

/// <summary>What failed for good, grouped by cause, the most recent first.</summary>
public sealed record QuarantineList(IReadOnlyList<QuarantineList.Cause> Groups)
{
    /// <summary>One cause with the documents that wait for its cure.</summary>
    public sealed record Cause(
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
        /// <summary>The exception's name without its namespace.</summary>
        public string ShortType => ExceptionType[(ExceptionType.LastIndexOf('.') + 1)..];
    }
}
