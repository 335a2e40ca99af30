using Dateline.Fetcher.Files;
using Dateline.Fetcher.Uploads;
using Dateline.Host.Client;

namespace Dateline.Host.Ingesting;

/// <summary>Sends items together where a request can hold them, and by themselves where it refuses them.</summary>
internal sealed class FileUpload(ApiClient api)
{
    /// <summary>Adds the receipts of each item: one, or one for each entry when it is a list.</summary>
    public async Task SendAsync(IReadOnlyList<FileItem> items, Dictionary<FileItem, IReadOnlyList<UploadReceipt>> receipts, CancellationToken cancellationToken)
    {
        var together = items.Where(FitsHeader).ToList();
        if (together.Count > 1 && await TryAsync(together, cancellationToken) is { } all)
            Place(all, together, receipts);

        // What is refused in company is asked for by itself, so that one bad item costs only itself.
        foreach (var item in items.Where(item => !receipts.ContainsKey(item)))
            receipts[item] = await SendAloneAsync(item, cancellationToken);
    }

    /// <summary>Receipts come in the order of the items, several for a list, under the item's name.</summary>
    private static void Place(IReadOnlyList<UploadReceipt> all, IReadOnlyList<FileItem> items, Dictionary<FileItem, IReadOnlyList<UploadReceipt>> receipts)
    {
        var next = 0;
        foreach (var item in items)
        {
            var name = ApiClient.SentName(item);
            var first = next;
            while (next < all.Count && all[next].Name?.StartsWith($"{name}/", StringComparison.Ordinal) == true)
                next++;
            if (first == next && next < all.Count && all[next].Name == name)
                next++;
            if (next > first)
                receipts[item] = [.. all.Skip(first).Take(next - first)];
        }
    }

    private async Task<IReadOnlyList<UploadReceipt>?> TryAsync(IReadOnlyList<FileItem> items, CancellationToken cancellationToken)
    {
        try
        {
            return await api.UploadAsync(items, cancellationToken);
        }
        catch (ApiException refused) when (refused.Status is 400 or 413 or 422)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<UploadReceipt>> SendAloneAsync(FileItem item, CancellationToken cancellationToken)
    {
        try
        {
            return await api.UploadAsync([item], cancellationToken);
        }
        catch (ApiException refused)
        {
            return [new UploadReceipt("refused", item.Name, item.Url, Problem: refused.Message)];
        }
    }

    /// <summary>The address of one among several goes into a header, which takes less than an address may have.</summary>
    private static bool FitsHeader(FileItem item) => item.Url is null || !item.Url.Any(character => character is < ' ' or > '~');
}
