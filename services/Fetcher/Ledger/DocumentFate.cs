namespace Dateline.Fetcher.Ledger;

/// <summary>How a document ended, without its journey: for lists of many.</summary>
/// <param name="Fate">Null: it is in flight.</param>
public sealed record DocumentFate(Guid Id, string? Fate, string? Reason, string? Detail, Guid? ArticleId);
