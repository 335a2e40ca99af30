namespace Dateline.Dashboard.Clients;

/// <summary>How much there is to read.</summary>
public sealed record ArticleReading(int Words, double Minutes);
