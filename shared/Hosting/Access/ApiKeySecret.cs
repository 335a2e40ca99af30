using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Hosting.Access;

/// <summary>Makes and hashes the secrets of API keys.</summary>
public static class ApiKeySecret
{
    /// <summary>So that secret scanners and people recognise one.</summary>
    public const string Prefix = "dl_";

    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
