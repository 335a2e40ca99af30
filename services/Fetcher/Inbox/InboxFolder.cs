using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using System.Text.Json;
using Dateline.Fetcher.Files;
using Dateline.Fetcher.Uploads;
using Dateline.Persistence;

namespace Dateline.Fetcher.Inbox;

/// <summary>The inbox on disk: what waits in it, and where it goes afterwards.</summary>
public sealed class InboxFolder(string root)
{
    /// <summary>Beside a file, to say what the names in it mean: <c>export.csv.fields.json</c> for <c>export.csv</c>.</summary>
    private const string FieldsEnding = ".fields.json";

    internal const string ReceiptEnding = ".receipt.json";

    public string Root => root;

    /// <summary>Receipts to which something is to be added.</summary>
    internal OpenReceipts Open { get; } = new(root);

    private string Done => Path.Combine(root, "done");

    private string Failed => Path.Combine(root, "failed");

    public static InboxFolder Of(InboxOptions options, DatabaseOptions data) => new(options.Folder ?? Path.Combine(data.DataFolder, "inbox"));

    public void Create()
    {
        Directory.CreateDirectory(root);
        Directory.CreateDirectory(Done);
        Directory.CreateDirectory(Failed);
    }

    /// <summary>
    /// What lies in the folder, or in a folder in it, and has been left alone since <paramref name="untouchedSince"/>, listed as it is
    /// asked for. Hidden files (a writer's unfinished ones) are passed over. A linked folder is one file here. What only says what the
    /// names in a file mean is listed when that file is not there, and was not since <paramref name="fieldsSince"/>.
    /// </summary>
    public IEnumerable<FileInfo> Ready(DateTime untouchedSince, DateTime fieldsSince) =>
        new FileSystemEnumerable<FileInfo>(
            root,
            (ref entry) => new FileInfo(entry.ToFullPath()),
            new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true, RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref entry) => !IsHidden(ref entry) && !IsOurs(ref entry) && (!entry.IsDirectory || IsLink(ref entry)),
            ShouldRecursePredicate = (ref entry) => !IsHidden(ref entry) && !IsOurs(ref entry) && !IsLink(ref entry),
        }.Where(file => file.LastWriteTimeUtc <= (OwnerOfFields(file) is { } owner ? Path.Exists(owner) ? DateTime.MinValue : fieldsSince : untouchedSince));

    /// <summary>The file whose names it explains; null when it is none that explains.</summary>
    private static string? OwnerOfFields(FileInfo file) =>
        file.Name.EndsWith(FieldsEnding, StringComparison.OrdinalIgnoreCase) ? file.FullName[..^FieldsEnding.Length] : null;

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsHidden(ref FileSystemEntry entry) => entry.FileName is ['.', ..];

    private static bool IsOurs(ref FileSystemEntry entry) =>
        entry.FileName is "done" or "failed" && entry.Directory.Length == entry.RootDirectory.Length;

    /// <summary>
    /// Why a file is not even opened, and what to do. A pipe has no length and would hold up whoever opens it; a link may lead
    /// anywhere.
    /// </summary>
    public static string? Refusal(FileInfo file) =>
        file.LinkTarget is not null ? $"It is a link, and links are not followed. Drop the {(Directory.Exists(file.FullName) ? "folder" : "file")} itself."
        : OwnerOfFields(file) is { } owner ? $"It says what names mean, and there is no {Path.GetFileName(owner)} to which it belongs. Drop both, this one first, or give an article another name."
        : file.Length == 0 ? "It is empty, or no file at all. Drop it again once it is written, under another name until then."
        : null;

    /// <summary>What the file beside it says that its names mean; none when there is no such file.</summary>
    /// <param name="problem">For people.</param>
    internal static bool TryReadFields(FileInfo file, out FieldMap fields, [NotNullWhen(false)] out string? problem)
    {
        (fields, problem) = (FieldMap.None, null);
        var path = file.FullName + FieldsEnding;
        if (!File.Exists(path))
            return true;
        try
        {
            fields = new FieldMap(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path)) ?? []);
            return true;
        }
        catch (JsonException)
        {
            problem = $$"""{{file.Name}}{{FieldsEnding}} cannot be read. It must look like {"Inhalt": "text", "head.title": "title"}.""";
        }
        catch (ArgumentException wrong)
        {
            problem = wrong.Message;
        }

        return false;
    }

    /// <summary>Where a receipt is written until its file is done with.</summary>
    internal string Unfinished(FileInfo file) => Path.Combine(file.DirectoryName!, $".{file.Name}{ReceiptEnding}");

    /// <summary>Moves a file out of the way, into the folders it lay in, beside its receipt.</summary>
    /// <param name="awaited">The document of it to wait for before the receipt can say how all ended, if there is one.</param>
    internal void Move(FileInfo file, string unfinishedReceipt, bool done, Guid? awaited = null)
    {
        var folder = Path.Combine(done ? Done : Failed, Path.GetRelativePath(root, file.DirectoryName!));
        Directory.CreateDirectory(folder);
        var target = Free(folder, file.Name);
        File.Move(unfinishedReceipt, target + ReceiptEnding, overwrite: true);
        if (awaited is { } document)
            Open.Add(target + ReceiptEnding, document); // before the file goes: should it not come to that, it is found again
        if (File.Exists(file.FullName + FieldsEnding))
            File.Move(file.FullName + FieldsEnding, target + FieldsEnding);
        if (Directory.Exists(file.FullName))
            Directory.Move(file.FullName, target); // of a linked folder the link alone
        else
            File.Move(file.FullName, target);
    }

    /// <summary>Moves a file that is not taken to <c>failed</c>, beside the reason.</summary>
    public void Refuse(FileInfo file, string reason)
    {
        var path = Unfinished(file);
        using (var receipt = new InboxReceipt(path, file.Name))
        {
            receipt.Add([new UploadReceipt("refused", file.Name, Problem: reason)]);
            receipt.Finish();
        }

        Move(file, path, done: false);
    }

    /// <summary>The same name twice is two files.</summary>
    private static string Free(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        for (var n = 2; Path.Exists(path); n++)
            path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)}.{n}{Path.GetExtension(name)}");
        return path;
    }
}
