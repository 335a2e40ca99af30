using System.Security.Cryptography;
using System.Text;

namespace Dateline.Training;

/// <summary>A file a model is made of, pinned by its hash.</summary>
internal sealed record InputFile(string Name, string Sha256, long Bytes, int Texts)
{
    public static InputFile Pin(string path, int texts)
    {
        using var stream = File.OpenRead(path);
        return new InputFile(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length, texts);
    }

    /// <summary>Pins all files of a folder as one: by the hashes of their names and contents, in the order of their names.</summary>
    public static InputFile PinFolder(string path, string pattern)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal).ToList();
        long bytes = 0;
        foreach (var file in files)
        {
            var content = File.ReadAllBytes(file);
            bytes += content.Length;
            all.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(file))));
            all.AppendData(SHA256.HashData(content));
        }

        return new InputFile(Path.GetFileName(path), Convert.ToHexStringLower(all.GetHashAndReset()), bytes, files.Count);
    }
}
