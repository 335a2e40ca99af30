namespace Dateline.Contracts;

/// <summary>What a server's answer said of a document beside its bytes, as it was written there: evidence next to the document's own.</summary>
public sealed record ResponseFacts
{
    private const int MaxValues = 16;
    private const int MaxLength = 2048;

    /// <summary>Values of X-Robots-Tag.</summary>
    public IReadOnlyList<string> Robots { get; init; } = [];

    /// <summary>Values of Link.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public string? TdmReservation { get; init; }

    public string? TdmPolicy { get; init; }

    public string? ContentLanguage { get; init; }

    /// <summary>
    /// Null where no header says anything that is kept. A server may send any number of them: what is more than anybody needs, or too
    /// long to mean something, is left out.
    /// </summary>
    public static ResponseFacts? Of(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var values = headers.Where(header => header.Value.Length <= MaxLength && !string.IsNullOrWhiteSpace(header.Value))
            .ToLookup(header => header.Key, header => header.Value.Trim(), StringComparer.OrdinalIgnoreCase);
        var facts = new ResponseFacts
        {
            Robots = [.. values["X-Robots-Tag"].Take(MaxValues)],
            Links = [.. values["Link"].Take(MaxValues)],
            TdmReservation = values["tdm-reservation"].FirstOrDefault(),
            TdmPolicy = values["tdm-policy"].FirstOrDefault(),
            ContentLanguage = values["Content-Language"].FirstOrDefault(),
        };
        return facts is { Robots.Count: 0, Links.Count: 0, TdmReservation: null, TdmPolicy: null, ContentLanguage: null } ? null : facts;
    }
}
