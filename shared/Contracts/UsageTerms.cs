namespace Dateline.Contracts;

/// <summary>What a publisher allows and asks of those who use an article, as the document itself declares it.</summary>
public sealed record UsageTerms
{
    /// <summary>False for an article behind a paywall; null where the document does not say.</summary>
    public bool? FreeToRead { get; init; }

    /// <summary>The licence's address, or its name where none is given.</summary>
    public string? License { get; init; }

    /// <summary>What machines are asked not to do, as written: "tdm-reservation", "noai", "noimageai", "noarchive", "nosnippet".</summary>
    public IReadOnlyList<string> OptOuts { get; init; } = [];

    /// <summary>The address of the conditions for text and data mining.</summary>
    public string? TdmPolicy { get; init; }
}
