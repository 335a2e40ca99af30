namespace Dateline.Training.Extraction;

/// <summary>The words of a text and their runs, as figures about extraction count them.</summary>
internal static class Tokens
{
    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
                i++;
            if (i > start)
                tokens.Add(text[start..i]);
            else
                i++;
        }

        return tokens;
    }

    /// <summary>A text shorter than a run is one run.</summary>
    public static IEnumerable<string> Runs(List<string> tokens, int length)
    {
        if (tokens.Count == 0)
            yield break;
        for (var i = 0; i < Math.Max(1, tokens.Count - length + 1); i++)
            yield return string.Join(' ', tokens.GetRange(i, Math.Min(length, tokens.Count - i)));
    }

    public static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
