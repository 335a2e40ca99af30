namespace Dateline.Enricher.Reading;

/// <summary>
/// Words a minute that adults read silently, from the International Reading Speed Texts (Trauzettel-Klosinski and
/// Dietz 2012). For Chinese and Japanese it is characters a minute.
/// </summary>
internal static class ReadingSpeeds
{
    /// <summary>The mean of the study's languages.</summary>
    private const int Mean = 184;

    public static int Of(string language) => language switch
    {
        "ar" => 138,
        "de" => 179,
        "en" => 228,
        "es" => 218,
        "fi" => 161,
        "fr" => 195,
        "he" => 187,
        "it" => 188,
        "nl" => 202,
        "pl" => 166,
        "pt" => 181,
        "ru" => 184,
        "sl" => 180,
        "sv" => 199,
        "tr" => 166,
        _ => Mean,
    };

    /// <summary>Characters a minute for scripts without spaces. Thai, Lao, Khmer and Burmese letters make words of about four.</summary>
    public static int OfCharacters(string language) => language switch
    {
        "zh" => 255,
        "ja" => 357,
        _ => Mean * 4,
    };
}
