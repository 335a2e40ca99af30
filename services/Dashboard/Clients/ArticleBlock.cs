namespace Dateline.Dashboard.Clients;

/// <summary>One block of an article's body. Items of a list and rows of a table are separated by line feeds.</summary>
public sealed record ArticleBlock(string Kind, string Text, int? Level = null);
