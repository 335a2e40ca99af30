using Dateline.Contracts;

namespace Dateline.Storage.Articles;

/// <summary>What storing a document came to.</summary>
public sealed record StoredArticle(Guid ArticleId, int Revision, StoreOutcome Outcome, Guid? DuplicateOf, string? Reason, Guid? StoryId);
