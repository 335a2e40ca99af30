using Dateline.Contracts;

namespace Dateline.Parser.Text;

/// <summary>Makes a title of a text's first sentence, for texts that have none.</summary>
internal static class DerivedTitle
{
    /// <summary>Headlines of news have 40 to 110 characters; what is longer is cut at a word.</summary>
    private const int MaxLength = 120;

    private static readonly HashSet<string> Dangling = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "that", "which", "who", "its", "their",
        "his", "her", "der", "die", "das", "und", "von", "in", "im", "mit", "zu", "le", "la", "les", "de", "du", "des", "et", "à", "el", "los",
        "las", "y", "en", "del", "o", "e", "da", "do", "di", "il", "и", "в", "на", "с", "по",
    };

    public static string? Of(IReadOnlyList<Block> blocks)
    {
        var first = blocks.FirstOrDefault(block => block.Kind == BlockKind.Paragraph && WordCount.Of(block.Text) >= 4)
            ?? blocks.FirstOrDefault();
        if (first is null)
            return null;

        var text = first.Text;
        var start = DatelineReader.Read(text, reference: null)?.Length ?? 0;
        var sentence = TextCleaner.Line(Sentences.First(text.AsSpan(Math.Min(start, text.Length)).Trim()));
        return sentence.Length == 0 ? null : Cut(sentence);
    }

    private static string Cut(string sentence)
    {
        if (sentence.Length <= MaxLength)
            return sentence.EndsWith('.') && !sentence.EndsWith("...", StringComparison.Ordinal) ? sentence[..^1] : sentence;

        var space = sentence.LastIndexOf(' ', MaxLength);
        if (space < MaxLength / 2)
            return sentence[..(char.IsHighSurrogate(sentence[MaxLength - 1]) ? MaxLength - 1 : MaxLength)] + "…";

        var words = sentence[..space].Split(' ').ToList();
        while (words.Count > 4 && Dangling.Contains(words[^1].Trim(',', ';', '(')))
            words.RemoveAt(words.Count - 1);
        return string.Join(' ', words).TrimEnd(',', ';', ':', '-', '–', '—', '(') + "…";
    }
}
