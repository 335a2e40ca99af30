namespace Dateline.Enricher.Language;

/// <summary>Knows the script of a letter and the languages that have a script to themselves.</summary>
internal static class Scripts
{
    public const int Count = (int)Script.Thaana + 1;

    /// <summary>By Unicode block. Letters beyond the basic plane are Han; other astral scripts are not told apart.</summary>
    public static Script Of(char letter) => letter switch
    {
        < '\u0250' => Script.Latin,
        < '\u0370' => Script.Other,
        < '\u0400' => Script.Greek,
        < '\u0530' => Script.Cyrillic,
        < '\u0590' => Script.Armenian,
        < '\u0600' => Script.Hebrew,
        < '\u0700' => Script.Arabic,
        < '\u0750' => Script.Other,
        < '\u0780' => Script.Arabic,
        < '\u07C0' => Script.Thaana,
        < '\u08A0' => Script.Other,
        < '\u0900' => Script.Arabic,
        < '\u0980' => Script.Devanagari,
        < '\u0A00' => Script.Bengali,
        < '\u0A80' => Script.Gurmukhi,
        < '\u0B00' => Script.Gujarati,
        < '\u0B80' => Script.Odia,
        < '\u0C00' => Script.Tamil,
        < '\u0C80' => Script.Telugu,
        < '\u0D00' => Script.Kannada,
        < '\u0D80' => Script.Malayalam,
        < '\u0E00' => Script.Sinhala,
        < '\u0E80' => Script.Thai,
        < '\u0F00' => Script.Lao,
        < '\u1000' => Script.Tibetan,
        < '\u10A0' => Script.Burmese,
        < '\u1100' => Script.Georgian,
        < '\u1200' => Script.Hangul,
        < '\u13A0' => Script.Ethiopic,
        >= '\u1780' and < '\u1800' => Script.Khmer,
        >= '\u1C80' and < '\u1C90' => Script.Cyrillic,
        >= '\u1C90' and < '\u1CC0' => Script.Georgian,
        >= '\u1E00' and < '\u1F00' => Script.Latin,
        >= '\u1F00' and < '\u2000' => Script.Greek,
        >= '\u3040' and < '\u3100' => Script.Kana,
        >= '\u3130' and < '\u3190' => Script.Hangul,
        >= '\u3400' and < '\uA000' => Script.Han,
        >= '\uAC00' and < '\uD7B0' => Script.Hangul,
        >= '\uD840' and < '\uE000' => Script.Han,
        >= '\uF900' and < '\uFB00' => Script.Han,
        >= '\uFB1D' and < '\uFB50' => Script.Hebrew,
        >= '\uFB50' and < '\uFE00' or >= '\uFE70' and < '\uFF00' => Script.Arabic,
        >= '\uFF66' and < '\uFFA0' => Script.Kana,
        _ => Script.Other,
    };

    /// <summary>
    /// The one language whose news is written in this script, or null. Kana belongs to Japanese alone, while
    /// Han is shared. Tibetan, Bengali and Hebrew letters have minor other users that no model here knows.
    /// </summary>
    public static string? OnlyLanguage(Script script) => script switch
    {
        Script.Greek => "el",
        Script.Armenian => "hy",
        Script.Hebrew => "he",
        Script.Bengali => "bn",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Odia => "or",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Tibetan => "bo",
        Script.Burmese => "my",
        Script.Georgian => "ka",
        Script.Hangul => "ko",
        Script.Khmer => "km",
        Script.Kana => "ja",
        Script.Thaana => "dv",
        _ => null,
    };
}
