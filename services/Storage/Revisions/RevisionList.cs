namespace Dateline.Storage.Revisions;

/// <summary>An article's revisions, newest first.</summary>
public sealed record RevisionList(Guid ArticleId, IReadOnlyList<ArticleRevision> Items);
