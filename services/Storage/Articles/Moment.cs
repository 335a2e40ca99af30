namespace Dateline.Storage.Articles;

/// <summary>Times as both databases keep them.</summary>
internal static class Moment
{
    /// <summary>UTC, cut to the microsecond: PostgreSQL keeps no more, and a cursor must find the very value again.</summary>
    public static DateTime Of(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    public static DateTime? Of(DateTimeOffset? time) => time is { } value ? Of(value) : null;
}
