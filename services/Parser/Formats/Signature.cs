namespace Dateline.Parser.Formats;

/// <summary>Names a binary format by its first bytes.</summary>
internal static class Signature
{
    public static string? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
        _ when bytes.StartsWith("GIF8"u8) => "a GIF image",
        _ when bytes.StartsWith("RIFF"u8) => "a RIFF file (WebP image, sound or video)",
        _ when bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8) => "an MP4 or HEIF file",
        _ when bytes.StartsWith("OggS"u8) || bytes.StartsWith("ID3"u8) || bytes.StartsWith("fLaC"u8) => "a sound file",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive or an office document",
        [0x1F, 0x8B, ..] => "a gzip archive",
        _ when bytes.StartsWith("BZh"u8) => "a bzip2 archive",
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => "an xz archive",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "a zstd archive",
        _ when bytes.StartsWith("7z\u00BC\u00AF"u8) || bytes is [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "a 7z archive",
        _ when bytes.StartsWith("Rar!"u8) => "a RAR archive",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old office document",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', _, 0, ..] => "a program",
        _ when bytes.StartsWith("SQLite format 3"u8) => "a SQLite database",
        _ when bytes.StartsWith("{\\rtf"u8) => "an RTF document",
        _ when bytes.StartsWith("WARC/"u8) => "a WARC archive",
        _ => null,
    };
}
