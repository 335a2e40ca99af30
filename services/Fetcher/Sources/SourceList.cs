namespace Dateline.Fetcher.Sources;

/// <summary>All sources, in the order of their titles.</summary>
public sealed record SourceList(IReadOnlyList<SourceView> Items);
