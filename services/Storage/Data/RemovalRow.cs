namespace Dateline.Storage.Data;

/// <summary>An entry of the takedown log: who removed what, and why. It outlives the articles.</summary>
public sealed class RemovalRow
{
    public required Guid Id { get; set; }

    public required DateTime At { get; set; }

    /// <summary>Name of the API key, or the retention rule.</summary>
    public required string By { get; set; }

    /// <summary>id, source, url or retention.</summary>
    public required string Kind { get; set; }

    /// <summary>What was asked for.</summary>
    public required string Selection { get; set; }

    public required string Reason { get; set; }

    public int Articles { get; set; }

    internal RemovalRow With(int articles)
    {
        var copy = (RemovalRow)MemberwiseClone();
        copy.Articles = articles;
        return copy;
    }
}
