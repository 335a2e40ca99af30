using Dateline.Contracts;

namespace Dateline.Parser.Metadata;

/// <summary>Adds what the server's answer says about a document's use to what the document says itself.</summary>
internal static class ResponseTerms
{
    /// <summary>Words of X-Robots-Tag that have a value of their own: no machine is called so.</summary>
    private static readonly string[] Valued = ["unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"];

    /// <summary>The document's own licence and policy go first. A reservation holds whoever declares it.</summary>
    public static UsageTerms? Add(UsageTerms? own, ResponseFacts? response, string? url)
    {
        if (response is null)
            return own;

        var optOuts = Reserved(response).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var license = LinkHeader.Find(response.Links, "license", url);
        var policy = Addresses.Absolute(response.TdmPolicy, url);
        if (optOuts.Count == 0 && license is null && policy is null)
            return own;

        own ??= new UsageTerms();
        return own with
        {
            License = own.License ?? license,
            OptOuts = [.. own.OptOuts.Union(optOuts, StringComparer.OrdinalIgnoreCase)],
            TdmPolicy = own.TdmPolicy ?? policy,
        };
    }

    private static IEnumerable<string> Reserved(ResponseFacts response) =>
        (response.TdmReservation == "1" ? ["tdm-reservation"] : Enumerable.Empty<string>()).Concat(response.Robots.SelectMany(Asked));

    /// <summary>A machine's name before a colon holds until the next one: <c>googlebot: noindex, otherbot: noai</c>.</summary>
    private static IEnumerable<string> Asked(string field)
    {
        var everybody = true;
        foreach (var part in field.Split(','))
        {
            var words = part;
            if (part.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                var name = part[..colon].Trim();
                if (Valued.Contains(name, StringComparer.OrdinalIgnoreCase))
                    continue;
                everybody = name == "*" || PageTerms.Robots.Contains(name, StringComparer.OrdinalIgnoreCase);
                words = part[(colon + 1)..];
            }

            if (!everybody)
                continue;
            foreach (var word in PageTerms.OptOutsIn(words))
                yield return word;
        }
    }
}
