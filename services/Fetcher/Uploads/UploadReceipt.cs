namespace Dateline.Fetcher.Uploads;

/// <summary>What became of one uploaded item at the door.</summary>
/// <param name="Status">accepted: it can no longer be lost; repeated: it had been accepted before; queued: the address waits to be
/// fetched; refused: see <paramref name="Problem"/>.</param>
/// <param name="Name">The file's name, if it has one.</param>
/// <param name="Location">Where its fate can be looked up.</param>
public sealed record UploadReceipt(
    string Status,
    string? Name = null,
    string? Url = null,
    Guid? DocumentId = null,
    string? TraceId = null,
    string? Location = null,
    string? Problem = null);
