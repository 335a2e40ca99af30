namespace Dateline.Storage.Data;

/// <summary>
/// The newest document that said what its article said already. Kept apart from the article: an update there would write its whole
/// full-text entry again.
/// </summary>
public sealed class ConfirmationRow
{
    public required Guid ArticleId { get; set; }

    public required Guid DocumentId { get; set; }

    public required int DocumentRun { get; set; }

    public required DateTime FetchedAt { get; set; }
}
