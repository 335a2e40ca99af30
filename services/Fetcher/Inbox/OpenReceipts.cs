namespace Dateline.Fetcher.Inbox;

/// <summary>
/// The receipts whose documents are still on their way: for each a small hidden file, named by the document to wait for, that says
/// where the receipt is. They outlive the process, and cost a look at one folder however many receipts there are.
/// </summary>
internal sealed class OpenReceipts(string root)
{
    private readonly string folder = Path.Combine(root, ".unsettled");

    public void Add(string receipt, Guid document)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{document:N}-{Guid.CreateVersion7():N}"), Path.GetRelativePath(root, receipt));
    }

    /// <summary>The document to wait for, and the mark.</summary>
    public IEnumerable<(Guid Document, string Mark)> List()
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var mark in Directory.EnumerateFiles(folder))
        {
            if (Guid.TryParseExact(Path.GetFileName(mark).Split('-')[0], "N", out var document))
                yield return (document, mark);
        }
    }

    /// <summary>Null: somebody took it away, which is his right.</summary>
    public string? ReceiptOf(string mark)
    {
        var receipt = Path.GetFullPath(File.ReadAllText(mark), root);
        return receipt.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(receipt) ? receipt : null;
    }

    public static void Remove(string mark) => File.Delete(mark);
}
