using Dateline.Storage.Data;

namespace Dateline.Storage.Retention;

/// <summary>An entry of the takedown log.</summary>
public sealed record Removal
{
    public required Guid Id { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Name of the API key, or the retention rule.</summary>
    public required string By { get; init; }

    /// <summary>id, source, url or retention.</summary>
    public required string Kind { get; init; }

    public required string Selection { get; init; }

    public required string Reason { get; init; }

    /// <summary>How many were removed.</summary>
    public required int Articles { get; init; }

    internal static Removal Of(RemovalRow row) => new()
    {
        Id = row.Id,
        At = row.At,
        By = row.By,
        Kind = row.Kind,
        Selection = row.Selection,
        Reason = row.Reason,
        Articles = row.Articles,
    };
}
