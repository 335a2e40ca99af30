namespace Dateline.Fetcher.Quarantine;

/// <summary>The groups that hold documents, the most recent fault first.</summary>
public sealed record QuarantineList(IReadOnlyList<QuarantineGroup> Groups);
