namespace Dateline.Testing;

/// <summary>A temporary folder that goes away with the test, or with the test process.</summary>
public sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(string name = "test")
    {
        Path = Directory.CreateTempSubdirectory($"dateline-{name}-").FullName;
        Reaper.AddFolder(Path);
    }

    public string Path { get; }

    /// <summary>The path of something inside it.</summary>
    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        if (!Directory.Exists(Path))
            return;
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that was just killed may still be writing its last file: the reaper deletes what is left.
        }
    }
}
