namespace Dateline.Fetcher.Sources;

/// <summary>What a feed brought.</summary>
/// <param name="Total">Entries that can be taken at all.</param>
/// <param name="New">Not seen before.</param>
/// <param name="Changed">Seen before, and changed since by the feed's own word.</param>
public sealed record EntriesKept(int Total, int New, int Changed);
