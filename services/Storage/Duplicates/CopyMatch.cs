namespace Dateline.Storage.Duplicates;

/// <summary>A stored article with much of a text in it.</summary>
/// <param name="Article">The most similar of the stored ones.</param>
/// <param name="Share">Of the new text that stands in the stored one, 0 to 1.</param>
/// <param name="ShareOfOther">Of the stored text that stands in the new one.</param>
internal sealed record CopyMatch(CopyCandidate Article, double Share, double ShareOfOther)
{
    public int Percent => (int)Math.Round(100 * Share);
}
