using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Dateline.Parser.Text;
using UtfUnknown;

namespace Dateline.Parser.Charsets;

/// <summary>
/// Turns bytes into text. The order of belief: byte order mark, UTF-16 without a mark, what the transport said, what
/// the document says of itself, strict UTF-8, statistics, windows-1252.
/// </summary>
internal static class TextDecoder
{
    /// <summary>Below this UTF.Unknown's guess is worse than windows-1252 for short western texts.</summary>
    private const float MinConfidence = 0.6f;

    private const int ChanceCharacters = 16;

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? transportCharset)
    {
        if (ByteOrderMark(bytes) is var (marked, length) && marked is not null)
            return Read(bytes[length..], marked, "bom");

        if (UnmarkedUtf16(bytes) is { } utf16)
            return Read(bytes, utf16, "pattern");

        // Servers say UTF-8 or Latin-1 by default without looking: bytes that are valid UTF-8 and not ASCII hardly
        // ever are anything else, and a declared UTF-8 that is not valid is a false declaration.
        var utf8 = TryUtf8(bytes);
        var declared = CharsetName.Find(transportCharset) is { } transport
            ? (Encoding: transport, Source: "transport")
            : (Encoding: CharsetName.Find(DeclaredCharset.Find(bytes)), Source: "declaration");
        if (declared.Encoding is { } encoding && encoding.CodePage != Encoding.UTF8.CodePage && (utf8 is null || !(encoding.IsSingleByte || IsUtf8Beyond(utf8.Characters))))
        {
            var read = Read(bytes, encoding, declared.Source);
            if (!read.Damaged || utf8 is null)
            {
                utf8?.Dispose();
                return read;
            }

            read.Dispose();
        }

        if (utf8 is null)
            return Guess(bytes);
        return declared.Encoding?.CodePage == Encoding.UTF8.CodePage ? utf8.From(declared.Source) : utf8;
    }

    /// <summary>
    /// Two characters of a Chinese or Japanese charset may look like UTF-8 by chance; a sentence never does. Pages that
    /// were saved again keep the declaration of their first charset.
    /// </summary>
    private static bool IsUtf8Beyond(ReadOnlySpan<char> utf8)
    {
        var seen = 0;
        for (int next; seen < ChanceCharacters && (next = utf8.IndexOfAnyExceptInRange('\0', '\u007F')) >= 0; utf8 = utf8[(next + 1)..])
            seen++;
        return seen >= ChanceCharacters;
    }

    private static DecodedText Guess(ReadOnlySpan<byte> bytes)
    {
        // A text cut within a character, or with a few stray bytes, is still UTF-8.
        var lenient = PageMemory<char>.Rent(bytes.Length);
        var length = Encoding.UTF8.GetChars(bytes, lenient);
        var broken = lenient.AsSpan(0, length).Count('\uFFFD');
        if (length < bytes.Length && bytes.Length - length > 4 * broken)
            return new DecodedText(lenient, length, "utf-8", "valid", damaged: true);
        PageMemory<char>.Return(lenient);

        var detected = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, 64 * 1024)].ToArray()).Detected;
        var encoding = detected is { Confidence: >= MinConfidence } ? CharsetName.Find(detected.EncodingName) : null;
        return Read(bytes, encoding ?? CharsetName.Find("windows-1252")!, encoding is null ? "fallback" : "statistics");
    }

    private static DecodedText Read(ReadOnlySpan<byte> bytes, Encoding encoding, string source)
    {
        var text = PageMemory<char>.Rent(encoding.GetCharCount(bytes));
        var length = encoding.GetChars(bytes, text);
        return new DecodedText(text, length, encoding.WebName, source, text.AsSpan(0, length).Contains('\uFFFD'));
    }

    private static DecodedText? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        // No byte makes more than one character.
        var text = PageMemory<char>.Rent(bytes.Length);
        if (Utf8.ToUtf16(bytes, text, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done)
            return new DecodedText(text, length, "utf-8", "valid", damaged: false);
        PageMemory<char>.Return(text);
        return null;
    }

    private static (Encoding? Encoding, int Length) ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>ASCII in UTF-16 has a zero in every other byte; nothing else that is text has any.</summary>
    private static Encoding? UnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 512)];
        if (sample.Length < 8)
            return null;

        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0)
                even++;
            if (sample[i + 1] == 0)
                odd++;
        }

        var pairs = sample.Length / 2;
        return (even, odd) switch
        {
            _ when odd > pairs * 0.7 && even < pairs * 0.1 => Encoding.Unicode,
            _ when even > pairs * 0.7 && odd < pairs * 0.1 => Encoding.BigEndianUnicode,
            _ => null,
        };
    }
}
