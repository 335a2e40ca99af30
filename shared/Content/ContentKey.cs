using System.Security.Cryptography;

namespace Dateline.Content;

/// <summary>The claim check for raw bytes: the same bytes have the same key.</summary>
public static class ContentKey
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
