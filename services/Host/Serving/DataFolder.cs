using System.Globalization;

namespace Dateline.Host.Serving;

/// <summary>
/// Holds a data folder for one process: two lines over one set of SQLite files would each send the other's documents. It tells
/// other commands where the holder serves.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream guard;
    private readonly string addressFile;

    private DataFolder(FileStream guard, string addressFile)
    {
        this.guard = guard;
        this.addressFile = addressFile;
    }

    /// <summary>Null when another process holds the folder.</summary>
    public static DataFolder? TryHold(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            var guard = new FileStream(Path.Combine(folder, "dateline.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var held = new DataFolder(guard, AddressFile(folder));
            File.Delete(held.addressFile); // left by a process that was killed
            return held;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Says where the holder can be reached.</summary>
    public void Announce(Uri address)
    {
        var draft = addressFile + ".new";
        File.WriteAllText(draft, string.Create(CultureInfo.InvariantCulture, $"{address}"));
        File.Move(draft, addressFile, overwrite: true);
    }

    /// <summary>Where the folder's holder serves; null while it starts or when there is none.</summary>
    public static Uri? AddressOfHolder(string folder) =>
        File.Exists(AddressFile(folder)) && Uri.TryCreate(File.ReadAllText(AddressFile(folder)).Trim(), UriKind.Absolute, out var address) ? address : null;

    public void Dispose()
    {
        File.Delete(addressFile);
        guard.Dispose();
    }

    private static string AddressFile(string folder) => Path.Combine(folder, "dateline.address");
}
