namespace Dateline.Dashboard.Clients;

/// <summary>A word or phrase that sets an article apart.</summary>
public sealed record ArticleKeyword(string Text, double Score);
