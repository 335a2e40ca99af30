namespace Dateline.Enricher.Segmentation;

/// <summary>
/// Scripts that write no spaces between words. Without a dictionary each base character counts as a unit there,
/// which is what reading speeds and shingles are measured in for them.
/// </summary>
internal static class UnspacedScripts
{
    public static bool Contains(int rune) => rune switch
    {
        < 0x0E00 => false,
        <= 0x0EFF => true, // Thai, Lao
        >= 0x1000 and <= 0x109F => true, // Burmese
        >= 0x1780 and <= 0x17FF => true, // Khmer
        >= 0x3005 and <= 0x3007 => true, // ideographic repeat marks and zero
        >= 0x3040 and <= 0x30FF => true, // Hiragana, Katakana
        >= 0x31F0 and <= 0x31FF => true,
        >= 0x3400 and <= 0x4DBF => true, // Han
        >= 0x4E00 and <= 0x9FFF => true,
        >= 0xF900 and <= 0xFAFF => true,
        >= 0xFF66 and <= 0xFF9F => true, // half-width Katakana
        >= 0x20000 and <= 0x3FFFF => true,
        _ => false,
    };
}
