using System.Security.Cryptography;

namespace Dateline.Training;

/// <summary>A file a model is made of, pinned by its hash.</summary>
internal sealed record InputFile(string Name, string Sha256, long Bytes, int Texts)
{
    public static InputFile Pin(string path, int texts)
    {
        using var stream = File.OpenRead(path);
        return new InputFile(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length, texts);
    }
}
