namespace Dateline.Fetcher.Sources;

/// <summary>What a user says of a source to add.</summary>
/// <param name="Url">Address of an RSS or Atom feed.</param>
/// <param name="Pages">always, when-summary (default) or never.</param>
public sealed record NewSource(string Url, string? Title = null, string? Pages = null);
