namespace Dateline.Fetcher.Quarantine;

/// <summary>Faults that look alike: the same exception at the same place. One cause, one row, one replay.</summary>
public sealed class FaultGroup
{
    /// <summary>Derived from stage, exception type and place.</summary>
    public required string Fingerprint { get; init; }

    public required string Stage { get; init; }

    public required string ExceptionType { get; init; }

    /// <summary>The topmost method of ours in the stack.</summary>
    public required string Place { get; init; }

    /// <summary>The newest fault's message.</summary>
    public required string Message { get; set; }

    /// <summary>The newest fault's stack, bounded.</summary>
    public string? Stack { get; set; }

    public required Guid SampleDocumentId { get; set; }

    public required DateTime FirstSeen { get; init; }

    public required DateTime LastSeen { get; set; }
}
