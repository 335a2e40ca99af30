namespace Dateline.Fetcher.Uploads;

/// <summary>What became of one uploaded item at the door.</summary>
/// <param name="Status">accepted: it can no longer be lost; repeated: it had been accepted before; queued: the address waits to be
/// fetched; subscribed: the feed is a source now; skipped: left out on purpose; unknown: it was not accepted before; refused: see <paramref name="Problem"/>.</param>
/// <param name="Name">The file's name, if it has one; of a file that holds many, with the place in it.</param>
/// <param name="Location">Where its fate can be looked up.</param>
public sealed record UploadReceipt(
    string Status,
    string? Name = null,
    string? Url = null,
    Guid? DocumentId = null,
    string? TraceId = null,
    string? Location = null,
    string? Problem = null);
