using System.Security.Cryptography;
using System.Text;
using Dateline.Query.Analysis;

namespace Dateline.Storage.Duplicates;

/// <summary>Finds articles with the same words under another title, byline or address.</summary>
internal static class CopyKey
{
    /// <summary>Shorter texts ("Watch the video") repeat without being copies; for them the title must be the same too.</summary>
    private const int FewestWords = 25;

    /// <param name="text">The body.</param>
    /// <param name="fingerprint">Of title and text, for texts that are too short to go by alone.</param>
    public static string Of(string text, string fingerprint)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var words = 0;
        foreach (var word in TextAnalyzer.Words(text, rules: null))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(word.Term));
            hash.AppendData(" "u8);
            words++;
        }

        return words < FewestWords ? "f:" + fingerprint : "w:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
