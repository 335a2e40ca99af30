namespace Dateline.Fetcher.Inbox;

/// <summary>
/// A file of the inbox that this process holds: another fetcher on the same folder passes it over until it is let go. Advisory
/// locks do not hinder whoever writes it.
/// </summary>
internal sealed class InboxFile : IDisposable
{
    private readonly long length;
    private readonly DateTime written;

    private InboxFile(FileInfo file, FileStream stream)
    {
        File = file;
        Stream = stream;
        (length, written) = (file.Length, file.LastWriteTimeUtc);
    }

    public FileInfo File { get; }

    public FileStream Stream { get; }

    /// <summary>Nobody wrote to it while it was read.</summary>
    public bool IsUntouched
    {
        get
        {
            File.Refresh();
            return File.Exists && File.Length == length && File.LastWriteTimeUtc == written;
        }
    }

    /// <summary>Null: somebody else has it, or had it and moved it away.</summary>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static InboxFile? TryHold(FileInfo file)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }

        // Between the listing and the lock another process may have finished with it: the lock then is on a file that has moved.
        file.Refresh();
        if (file.Exists)
            return new InboxFile(file, stream);
        stream.Dispose();
        return null;
    }

    public void Dispose() => Stream.Dispose();
}
