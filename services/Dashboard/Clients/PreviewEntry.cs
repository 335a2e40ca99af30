namespace Dateline.Dashboard.Clients;

/// <summary>An entry that would come in.</summary>
/// <param name="Takes">page, text or nothing.</param>
/// <param name="Known">It was seen before, and would not come in again.</param>
public sealed record PreviewEntry(string? Title, string? Url, DateTimeOffset? PublishedAt, string Takes, bool Known);
