namespace Dateline.Storage.Search;

/// <summary>Matches among some of the articles that have the words.</summary>
internal sealed record CandidateMatches
{
    /// <summary>In the order of the answer, as many as were wanted.</summary>
    public required IReadOnlyList<ArticlePlace> Places { get; init; }

    public IReadOnlyList<long> Seqs => [.. Places.Select(place => place.Seq)];

    /// <summary>Articles that have the words.</summary>
    public required int Compared { get; init; }

    /// <summary>Of them, those that match.</summary>
    public required int Matches { get; init; }

    /// <summary>Where comparing ended; null if there are no more.</summary>
    public required ArticlePlace? Reached { get; init; }

    /// <summary>All that match, by the part of the compared ones that do.</summary>
    public long Total { get; init; }

    public ArticleTotal ToTotal() => new(Total, Reached is null ? "exact" : "estimated");
}
