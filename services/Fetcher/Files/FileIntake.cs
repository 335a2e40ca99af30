using System.Security.Cryptography;
using System.Text;
using Dateline.Content;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Uploads;

namespace Dateline.Fetcher.Files;

/// <summary>Accepts what was found in files: documents as they are, feeds by their entries. A receipt for each, in order.</summary>
public sealed class FileIntake(Intake intake, FeedReader feeds, FeedIntake feedIntake)
{
    /// <summary>Longer keys are hashed: databases index short ones better.</summary>
    private const int MaxKey = 200;

    /// <param name="asked">Items with the key under which each is to be accepted once, if any.</param>
    /// <param name="request">What the caller said to make the whole request repeatable, if anything.</param>
    /// <exception cref="LineFullException">No document was accepted.</exception>
    /// <exception cref="OnceKeyConflictException">No document was accepted.</exception>
    public async Task<IReadOnlyList<UploadReceipt>> AcceptAsync(
        IReadOnlyList<(FileItem Item, string? Key)> asked, RepeatableRequest? request, CancellationToken cancellationToken)
    {
        var lists = asked.Select(one => Read(one.Item)).ToList();
        var documents = asked.Where((one, i) => one.Item.Problem is null && lists[i] is null).ToList();
        var accepted = documents.Count == 0 ? [] : await intake.AcceptAsync([.. documents.Select(one => ToDocument(one.Item, one.Key, request))], null, cancellationToken);

        var receipts = new List<UploadReceipt>(asked.Count);
        var next = 0;
        for (var i = 0; i < asked.Count; i++)
        {
            var item = asked[i].Item;
            if (lists[i] is { } feed)
                receipts.AddRange(await feedIntake.AcceptAsync(feed, item.Name, cancellationToken));
            else
                receipts.Add(item.Problem is null ? ToReceipt(item, accepted[next++]) : new UploadReceipt(item.PassedOver ? "skipped" : "refused", NameOf(item), item.Url, Problem: item.Problem));
        }

        return receipts;
    }

    /// <summary>A receipt for each file without its bytes: repeated, or unknown.</summary>
    public async Task<IReadOnlyList<UploadReceipt>> KnownAsync(IReadOnlyList<KnownFile> files, CancellationToken cancellationToken)
    {
        var keys = files.Select(file => KeyOf(file.Name, file.Sha256)).ToList();
        var known = await intake.KnownAsync(keys, cancellationToken);
        return [.. files.Select((file, i) => known.TryGetValue(keys[i], out var receipt)
            ? new UploadReceipt("repeated", file.Name, null, receipt.DocumentId, receipt.TraceId, $"/v1/documents/{receipt.DocumentId}")
            : new UploadReceipt("unknown", file.Name))];
    }

    /// <summary>A name and bytes make the same thing whenever they come; kept short.</summary>
    public static string KeyOf(FileItem item) => KeyOf(item.Name, ContentKey.Of(item.Bytes.Span));

    private static string KeyOf(string name, string contentKey)
    {
        var key = $"file:{name}:{contentKey}";
        return key.Length <= MaxKey ? key : $"file:#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
    }

    private Feed? Read(FileItem item)
    {
        if (item.Problem is not null || !feeds.TryRead(item.Bytes, null, item.Url, out var feed))
            return null;
        return feed;
    }

    private static IncomingDocument ToDocument(FileItem item, string? key, RepeatableRequest? request) => new()
    {
        Bytes = item.Bytes,
        MediaType = item.MediaType,
        Charset = item.Charset,
        Url = item.Url,
        Response = item.Response,
        FileName = NameOf(item),
        FetchedAt = item.FetchedAt,
        OnceKey = key,
        OnceName = request?.Key,
        OnceFingerprint = request?.Fingerprint,
    };

    private static UploadReceipt ToReceipt(FileItem item, Receipt receipt) => new(
        receipt.Repeated ? "repeated" : "accepted", NameOf(item), item.Url, receipt.DocumentId, receipt.TraceId, $"/v1/documents/{receipt.DocumentId}");

    /// <summary>A body that was posted has none.</summary>
    private static string? NameOf(FileItem item) => item.Name.Length > 0 ? item.Name : null;
}
