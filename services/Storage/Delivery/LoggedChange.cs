namespace Dateline.Storage.Delivery;

/// <summary>A line of the change log, with whether its article matches a query now.</summary>
internal sealed class LoggedChange
{
    public long Id { get; init; }

    public Guid ArticleId { get; init; }

    public string Kind { get; init; } = "";

    public int Revision { get; init; }

    public DateTime At { get; init; }

    public bool Matches { get; init; }
}
