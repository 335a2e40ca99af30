using System.Text.RegularExpressions;

namespace Dateline.Benchmarks.Extraction;

/// <summary>How far a text has the words of another, each as often as there.</summary>
internal static partial class WordAgreement
{
    public static double F1(string text, string gold)
    {
        var left = Count(gold);
        var (wanted, found, common) = (left.Values.Sum(), 0, 0);
        foreach (Match word in Word().Matches(text))
        {
            found++;
            if (left.GetValueOrDefault(word.Value) is > 0 and var more)
            {
                left[word.Value] = more - 1;
                common++;
            }
        }

        return wanted + found == 0 ? 1 : 2.0 * common / (wanted + found);
    }

    private static Dictionary<string, int> Count(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match word in Word().Matches(text))
            words[word.Value] = words.GetValueOrDefault(word.Value) + 1;
        return words;
    }

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
