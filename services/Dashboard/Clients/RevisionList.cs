namespace Dateline.Dashboard.Clients;

/// <summary>An article's revisions, newest first.</summary>
public sealed record RevisionList(IReadOnlyList<Revision> Items);
