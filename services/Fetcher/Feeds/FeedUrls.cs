namespace Dateline.Fetcher.Feeds;

/// <summary>Makes the addresses in a feed absolute: xml:base chain, then the transport's address, then the site, then the feed's own link.</summary>
internal sealed class FeedUrls(FeedTree tree, string? transportBase)
{
    private readonly Uri? _transport = Absolute(transportBase);
    private Uri? _site;

    /// <summary>Where the bytes came from.</summary>
    public string? Transport => _transport?.AbsoluteUri;

    /// <summary>What relative addresses mean when neither document nor transport says so.</summary>
    public void UseSite(string? site) => _site ??= Absolute(site);

    /// <summary>Absolute http(s) or other harmless address; null for scripts, data and what cannot be resolved.</summary>
    public string? Resolve(FeedNode at, string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            return null;

        var text = Clean(url);
        if (Absolute(text) is { } absolute)
            return IsHarmless(absolute) ? text : null;

        // Something like "mailto:" or "urn:" that Uri cannot read stays out; a path with a colon in it is rare.
        if (text.Contains(':') && text.IndexOf(':') < Math.Max(0, text.IndexOfAny(['/', '?', '#'])) && !text.StartsWith('/'))
            return null;

        var origin = BaseOf(at);
        return origin is not null && Uri.TryCreate(origin, text, out var resolved) && IsHarmless(resolved) ? resolved.AbsoluteUri : null;
    }

    /// <summary>Resolved like <see cref="Resolve"/>, but only if it can be fetched.</summary>
    public string? Web(FeedNode at, string? url) =>
        Resolve(at, url) is { } resolved && IsWeb(resolved) ? resolved : null;

    public static bool IsWeb(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public Uri? BaseOf(FeedNode node)
    {
        List<string>? chain = null;
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at.Attributes.Length > 0 && tree.Attribute(at, "xml:base") is { Length: > 0 } link)
                (chain ??= []).Add(link);
        }

        var result = _transport ?? _site;
        if (chain is null)
            return result;

        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var step = Absolute(chain[i]) ?? (result is not null && Uri.TryCreate(result, chain[i], out var joined) ? joined : null);
            result = step ?? result;
        }

        return result;
    }

    private static string Clean(string url)
    {
        var text = url.AsSpan().Trim();

        // Long links are wrapped by some editors.
        return text.IndexOfAny('\n', '\r', '\t') < 0
            ? text.ToString()
            : string.Concat(text.ToString().Where(c => c is not ('\n' or '\r' or '\t'))).Replace(" ", "", StringComparison.Ordinal);
    }

    private static bool IsHarmless(Uri url) => url.Scheme is not ("javascript" or "vbscript" or "data" or "file" or "about");

    private static Uri? Absolute(string? url) =>
        url is not null && Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !absolute.IsFile && url.Contains(':') ? absolute : null;
}
