using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Dateline.Enricher.Fingerprints;

/// <summary>
/// SHA-256 over the title and the text, blind to what re-publishing changes without changing a word: white space,
/// punctuation and quotes, case, invisible characters. Signs that carry meaning ($, +, %, €) count.
/// </summary>
internal static class ExactFingerprint
{
    public static string Of(string? title, string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, title);
        hash.AppendData("\n"u8);
        Append(hash, text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<char> text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(4096);
        var length = 0;
        var gap = false;
        var any = false;
        foreach (var character in text)
        {
            switch (RoleOf(character))
            {
                case Role.Ignored:
                    continue;
                case Role.Gap:
                    gap = any;
                    continue;
            }

            if (length + 2 > buffer.Length)
                Flush();

            if (gap)
                buffer[length++] = ' ';

            buffer[length++] = char.ToLowerInvariant(character);
            (gap, any) = (false, true);
        }

        Flush();
        ArrayPool<char>.Shared.Return(buffer);

        // UTF-16 as it stands: an encoder would make all lone surrogates alike.
        void Flush()
        {
            hash.AppendData(MemoryMarshal.AsBytes(buffer.AsSpan(0, length)));
            length = 0;
        }
    }

    private static Role RoleOf(char character)
    {
        if (character < 0x80 ? char.IsAsciiLetterOrDigit(character) : char.IsLetter(character))
            return Role.Kept;

        return character == '%' ? Role.Kept : char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Format => Role.Ignored,
            UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation => Role.Gap,
            // Typed accents and backticks stand in for quotes.
            UnicodeCategory.ModifierSymbol => Role.Gap,
            _ => Role.Kept,
        };
    }

    private enum Role
    {
        Kept,
        Gap,
        Ignored,
    }
}
