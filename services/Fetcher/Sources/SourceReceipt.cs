namespace Dateline.Fetcher.Sources;

/// <summary>What became of one address that was to be a source.</summary>
/// <param name="Outcome">added, known or refused.</param>
/// <param name="Problem">Why it was refused, and what to do.</param>
public sealed record SourceReceipt(string? Url, string? Title, string Outcome, Guid? Id = null, string? Problem = null)
{
    public const string Added = "added";
    public const string Known = "known";
    public const string Refused = "refused";
}
