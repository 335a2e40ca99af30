namespace Dateline.Fetcher.Feeds;

/// <summary>Keeps the value from the best source seen so far; the first of equals wins, since feeds repeat themselves.</summary>
internal sealed class Ranked<T>
{
    private int _rank = int.MaxValue;

    public T? Best { get; private set; }

    /// <param name="rank">Lower is better.</param>
    public void Offer(int rank, T? value)
    {
        if (value is null || rank >= _rank)
            return;

        _rank = rank;
        Best = value;
    }

    public bool HasValue => _rank != int.MaxValue;
}
