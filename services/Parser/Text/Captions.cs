using System.Text.RegularExpressions;

namespace Dateline.Parser.Text;

/// <summary>Recognises the words under a picture.</summary>
internal static partial class Captions
{
    /// <summary>Shorter lines are equal by chance.</summary>
    private const int MinLength = 20;

    /// <summary>Above this a doubled text is a paragraph pasted twice.</summary>
    public const int MaxWords = 60;

    /// <summary>Scraped pages give a caption twice, once as the image's alternative text, with another comma or full stop.</summary>
    public static bool AreOneCaption(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) < MinLength || WordCount.Of(one) > MaxWords)
            return false;

        var (first, second) = (Letters(one), Letters(other));
        return first.Equals(second, StringComparison.Ordinal)
            || (Math.Abs(first.Length - second.Length) <= first.Length / 8 && Similarity(Words(one), Words(other)) >= 0.9);
    }

    public static bool IsLabelled(string line) => (Label().IsMatch(line) || (EndsInBracket(line) && Credit().IsMatch(line))) && WordCount.Of(line) <= MaxWords;

    /// <summary>Spares most lines the search for a credit.</summary>
    private static bool EndsInBracket(string line) => line.AsSpan(Math.Max(0, line.Length - 4)).IndexOfAny(')', ']') >= 0;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static HashSet<string> Words(string text) =>
        [.. text.ToUpperInvariant().Split([' ', ',', '.', ';', ':'], StringSplitOptions.RemoveEmptyEntries)];

    private static double Similarity(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 ? 0 : one.Count(other.Contains) / (double)one.Union(other).Count();

    [GeneratedRegex(@"^\W{0,2}(?:(?:file\s+)?(?:photo(?:graph)?|picture|image|pic|foto|bild|imagen|imagem|immagine|фото|caption|bildunterschrift)(?:\s+(?:credit|by|courtesy))?)\s*[:|©/]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Label();

    [GeneratedRegex(@"[(\[](?:(?:file\s+)?(?:photo|image|picture|foto|bild)\b[^()\[\]]{0,60}|[^()\[\]]{2,40}\s(?:via\s+AP|photo|images))[)\]]\W{0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Credit();
}
