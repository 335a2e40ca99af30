using System.Collections.Frozen;
using System.Globalization;
using System.Net.Http.Headers;

namespace Dateline.Fetcher.Http;

/// <summary>Reads what a response's headers ask for, as leniently as servers write them.</summary>
internal static class ResponseHeaders
{
    public static readonly IReadOnlyDictionary<string, string> None = FrozenDictionary<string, string>.Empty;

    public static IReadOnlyDictionary<string, string> Of(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            headers[name] = string.Join(", ", values);
        return headers;
    }

    /// <summary>Every value by itself: joined, nobody could tell for whom a robots field speaks.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Each(HttpResponseMessage response) =>
        response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));

    /// <summary>Seconds or an HTTP date. A date in the past asks for nothing.</summary>
    public static TimeSpan? RetryAfter(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (!headers.TryGetValue("Retry-After", out var text))
            return null;

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));

        return Date(text) is { } date && date > now ? date - now : null;
    }

    /// <summary>Cache-Control first, then Expires against the server's own clock (RFC 9111 §4.2.1).</summary>
    public static TimeSpan? FreshFor(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (headers.TryGetValue("Cache-Control", out var text) && CacheControlHeaderValue.TryParse(text, out var cache))
        {
            if (cache.NoCache || cache.NoStore)
                return TimeSpan.Zero;

            if (cache.MaxAge is { } maxAge)
                return Positive(maxAge - Age(headers));
        }

        if (!headers.TryGetValue("Expires", out var expires) || Date(expires) is not { } end)
            return null;

        var served = headers.TryGetValue("Date", out var date) ? Date(date) ?? now : now;
        return Positive(end - served);
    }

    /// <summary>Media type in lower case and charset, from headers as odd as <c>text/html;; charset="utf-8</c>.</summary>
    public static (string? MediaType, string? Charset) ContentType(IReadOnlyDictionary<string, string> headers)
    {
        if (!headers.TryGetValue("Content-Type", out var text))
            return (null, null);

        var parts = text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var charset = parts.Skip(1)
            .Where(part => part.StartsWith("charset", StringComparison.OrdinalIgnoreCase) && part.Contains('='))
            .Select(part => part[(part.IndexOf('=') + 1)..].Trim('"', '\'', ' '))
            .FirstOrDefault(value => value.Length > 0);
        return (parts is [var type, ..] && type.Contains('/') ? type.ToLowerInvariant() : null, charset);
    }

    private static TimeSpan Age(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue("Age", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age)
            ? TimeSpan.FromSeconds(age)
            : TimeSpan.Zero;

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
