using System.Globalization;
using Dateline.Dashboard.Clients;

namespace Dateline.Dashboard.Sources;

/// <summary>A source's settings while somebody edits them. Secrets are never shown, so they stay unless something is written or ticked.</summary>
public sealed class SourceDraft
{
    public string? Url { get; set; }

    public string? Title { get; set; }

    public string Pages { get; set; } = "when-summary";

    public string? MinMinutes { get; set; }

    public string? MaxMinutes { get; set; }

    /// <summary>Separated by commas.</summary>
    public string? Tags { get; set; }

    public string? UserAgent { get; set; }

    /// <summary>Empty: as it is.</summary>
    public string? Cookie { get; set; }

    public bool RemoveCookie { get; set; }

    /// <summary>One "Name: value" a line, new ones or new values. Empty: as they are.</summary>
    public string? Headers { get; set; }

    /// <summary>Names of headers that are to go.</summary>
    public HashSet<string> RemovedHeaders { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool Paused { get; set; }

    public static SourceDraft Of(Source source) => new()
    {
        Url = source.Url,
        Title = source.Title,
        Pages = source.Pages ?? "when-summary",
        MinMinutes = source.MinIntervalMinutes?.ToString(CultureInfo.InvariantCulture),
        MaxMinutes = source.MaxIntervalMinutes?.ToString(CultureInfo.InvariantCulture),
        Tags = string.Join(", ", source.Tags),
        UserAgent = source.UserAgent,
        Paused = source.Paused,
    };

    /// <summary>What is different from the source, as a JSON merge patch; or what cannot be read, for people.</summary>
    public (Dictionary<string, object?>? Patch, string? Problem) ChangesOf(Source source)
    {
        var (settings, problem) = Settings();
        if (settings is null)
            return (null, problem);
        var before = Of(source).Settings().Settings!;
        var patch = settings.Where(pair => !Same(pair.Value, before[pair.Key])).ToDictionary(pair => pair.Key, pair => pair.Value);
        if (RemoveCookie)
            patch["cookie"] = null;
        else if (Trimmed(Cookie) is { } cookie)
            patch["cookie"] = cookie;
        var (headers, unreadable) = HeaderLines();
        if (unreadable is not null)
            return (null, unreadable);
        foreach (var name in RemovedHeaders)
            headers.TryAdd(name, null);
        if (headers.Count > 0)
            patch["headers"] = headers;
        return (patch, null);
    }

    /// <summary>What a new source is added with; or what cannot be read.</summary>
    public (Dictionary<string, object?>? Settings, string? Problem) ForNew()
    {
        var (settings, problem) = Settings();
        if (settings is null)
            return (null, problem);
        var (headers, unreadable) = HeaderLines();
        if (unreadable is not null)
            return (null, unreadable);
        settings["cookie"] = Trimmed(Cookie);
        settings["headers"] = headers.Count > 0 ? headers : null;
        return (settings.Where(pair => pair.Value is not null).ToDictionary(), null);
    }

    private (Dictionary<string, object?>? Settings, string? Problem) Settings()
    {
        if (!TryMinutes(MinMinutes, out var min) || !TryMinutes(MaxMinutes, out var max))
            return (null, "Intervals are whole numbers of minutes, or empty for the default.");
        var tags = (Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return (new Dictionary<string, object?>
        {
            ["url"] = Trimmed(Url),
            ["title"] = Trimmed(Title),
            ["pages"] = Pages,
            ["minIntervalMinutes"] = min,
            ["maxIntervalMinutes"] = max,
            ["tags"] = tags.Count > 0 ? tags : null,
            ["userAgent"] = Trimmed(UserAgent),
            ["paused"] = Paused,
        }, null);
    }

    private (Dictionary<string, object?> Headers, string? Problem) HeaderLines()
    {
        var headers = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in (Headers ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts is not [{ Length: > 0 } name, { Length: > 0 } value])
                return (headers, $"'{line}' is no header. Write one a line, as Name: value.");
            headers[name] = value;
        }

        return (headers, null);
    }

    private static bool TryMinutes(string? text, out int? minutes)
    {
        minutes = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        minutes = number;
        return true;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool Same(object? a, object? b) => a is List<string> x && b is List<string> y ? x.SequenceEqual(y) : Equals(a, b);
}
