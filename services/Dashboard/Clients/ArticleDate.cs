namespace Dateline.Dashboard.Clients;

/// <summary>A date with what speaks for it.</summary>
public sealed record ArticleDate(DateTimeOffset Value, string Precision, bool ZoneKnown, string Source, bool Conflict);
