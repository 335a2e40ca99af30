namespace Dateline.Storage.Data;

/// <summary>
/// One change of the archive, for whoever follows it. Triggers on articles write it, so that no writer can forget; numbers rise in the
/// order of commits, so that a reader who has seen a number has seen all before it.
/// </summary>
public sealed class ChangeRow
{
    public long Id { get; set; }

    public required Guid ArticleId { get; set; }

    /// <summary>inserted, updated or retracted.</summary>
    public required string Kind { get; set; }

    public required int Revision { get; set; }

    public required DateTime At { get; set; }
}
