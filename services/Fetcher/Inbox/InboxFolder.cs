namespace Dateline.Fetcher.Inbox;

/// <summary>The inbox on disk: what waits in it, and where it goes afterwards.</summary>
public sealed class InboxFolder(string root)
{
    /// <summary>Files at a time: a drop of 100 000 must not be listed into memory at once.</summary>
    private const int BatchSize = 64;

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
    /// Regular files directly in the folder that have been left alone since <paramref name="untouchedSince"/>, a batch of them.
    /// Links, pipes and hidden files (a writer's unfinished ones) are passed over.
    /// </summary>
    public IReadOnlyList<FileInfo> Ready(DateTime untouchedSince) =>
    [
        .. new DirectoryInfo(root).EnumerateFiles()
            .Where(file => file.LinkTarget is null
                && (file.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) == 0
                && (file.UnixFileMode != UnixFileMode.None || OperatingSystem.IsWindows())
                && !file.Name.StartsWith('.')
                && file.LastWriteTimeUtc <= untouchedSince)
            .Take(BatchSize),
    ];

    /// <summary>Moves an accepted file out of the way, beside a receipt.</summary>
    public void MoveToDone(FileInfo file, string receipt) => Move(file, Done, receipt);

    /// <summary>Moves a file that could not be accepted out of the way, beside the reason.</summary>
    public void MoveToFailed(FileInfo file, string reason) => Move(file, Failed, reason);

    private static void Move(FileInfo file, string folder, string receipt)
    {
        var target = Free(folder, file.Name);
        File.WriteAllText(target + ".receipt.json", receipt);
        file.MoveTo(target);
    }

    /// <summary>The same name twice is two files.</summary>
    private static string Free(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        for (var n = 2; File.Exists(path); n++)
            path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)}.{n}{Path.GetExtension(name)}");
        return path;
    }
}
