using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using System.Text.Json;
using Dateline.Fetcher.Files;
using Dateline.Fetcher.Uploads;

namespace Dateline.Fetcher.Inbox;

/// <summary>The inbox on disk: what waits in it, and where it goes afterwards.</summary>
public sealed class InboxFolder(string root)
{
    /// <summary>Beside a file, to say what the names in it mean: <c>export.csv.fields.json</c> for <c>export.csv</c>.</summary>
    private const string FieldsEnding = ".fields.json";

    public string Root => root;

    private string Done => Path.Combine(root, "done");

    private string Failed => Path.Combine(root, "failed");

    public void Create()
    {
        Directory.CreateDirectory(root);
        Directory.CreateDirectory(Done);
        Directory.CreateDirectory(Failed);
    }

    /// <summary>
    /// What lies in the folder, or in a folder in it, and has been left alone since <paramref name="untouchedSince"/>, listed as it is
    /// asked for. Hidden files (a writer's unfinished ones) are passed over, and what only says what the names in a file mean.
    /// </summary>
    public IEnumerable<FileInfo> Ready(DateTime untouchedSince) =>
        new FileSystemEnumerable<FileInfo>(
            root,
            (ref entry) => (FileInfo)entry.ToFileSystemInfo(),
            new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true, RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !IsHidden(ref entry) && !entry.FileName.EndsWith(FieldsEnding, StringComparison.OrdinalIgnoreCase),
            ShouldRecursePredicate = (ref entry) => !IsHidden(ref entry) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && !IsOurs(ref entry),
        }.Where(file => file.LastWriteTimeUtc <= untouchedSince);

    private static bool IsHidden(ref FileSystemEntry entry) => entry.FileName is ['.', ..];

    private static bool IsOurs(ref FileSystemEntry entry) =>
        entry.FileName is "done" or "failed" && entry.Directory.Length == entry.RootDirectory.Length;

    /// <summary>
    /// Why a file is not even opened, and what to do. A pipe has no length and would hold up whoever opens it; a link may lead
    /// anywhere.
    /// </summary>
    public static string? Refusal(FileInfo file) =>
        file.LinkTarget is not null ? "It is a link, and links are not followed. Drop the file itself."
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
    internal string Unfinished(FileInfo file) => Path.Combine(file.DirectoryName!, $".{file.Name}.receipt.json");

    /// <summary>Moves a file out of the way, into the folders it lay in, beside its finished receipt.</summary>
    internal void Move(FileInfo file, string unfinishedReceipt, bool done)
    {
        var folder = Path.Combine(done ? Done : Failed, Path.GetRelativePath(root, file.DirectoryName!));
        Directory.CreateDirectory(folder);
        var target = Free(folder, file.Name);
        File.Move(unfinishedReceipt, target + ".receipt.json", overwrite: true);
        if (File.Exists(file.FullName + FieldsEnding))
            File.Move(file.FullName + FieldsEnding, target + FieldsEnding);
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
