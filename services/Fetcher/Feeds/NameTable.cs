namespace Dateline.Fetcher.Feeds;

/// <summary>Gives each distinct name one object: comparing is cheap, and a feed's thousand items share their dozen names.</summary>
internal sealed class NameTable
{
    private const int MaxName = 256;

    private const int MaxNames = 10_000;

    private readonly Dictionary<string, FeedName> _names;
    private readonly Dictionary<string, FeedName>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NameTable()
    {
        _names = new Dictionary<string, FeedName>(StringComparer.Ordinal);
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public FeedName Get(ReadOnlySpan<char> written)
    {
        if (written.Length > MaxName)
            written = written[..MaxName];
        if (_lookup.TryGetValue(written, out var known))
            return known;

        var spelling = written.ToString();
        var name = FeedName.Of(spelling.ToLowerInvariant());
        if (_names.Count < MaxNames)
            _names[spelling] = name;
        return name;
    }
}
