namespace Dateline.Enricher.Keywords;

/// <summary>A word or phrase that may become a keyword, with what was counted of it.</summary>
internal sealed class Candidate(string surface, int first)
{
    /// <summary>As it is written where it was first seen.</summary>
    public string Surface { get; } = surface;

    /// <summary>Number of the word it was first seen at.</summary>
    public int First { get; } = first;

    public int Count { get; set; }

    public bool InTitle { get; set; }

    /// <summary>Occurrences that begin with a capital letter.</summary>
    public int Capitalised { get; set; }

    public double Score { get; set; }
}
