using System.Text;
using Dateline.Query.Analysis;
using Dateline.Query.Syntax;

namespace Dateline.Query.Matching;

/// <summary>Shows where a query matched: the best piece of a text, HTML-escaped, with the found words in <c>&lt;mark&gt;</c>.</summary>
public sealed class Highlighter
{
    /// <summary>UTF-16 code units before escaping: three lines of a result list.</summary>
    public const int SnippetLength = 240;

    private const int Lead = 60;

    /// <summary>Of long texts the beginning is looked at first: most have a match in it.</summary>
    private const int Beginning = 4 * SnippetLength;

    private readonly IReadOnlyList<TermSequence> sequences;

    /// <summary>Most words of a text begin no match, which one look tells; null where a match may begin with part of a word.</summary>
    private readonly HashSet<string>? firstTerms;

    private Highlighter(IReadOnlyList<TermSequence> sequences)
    {
        this.sequences = sequences;
        firstTerms = sequences.Any(sequence => sequence is { Prefix: true, Terms.Count: 1 })
            ? null
            : sequences.Select(sequence => sequence.Terms[0]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Only what a query asks for is marked, not what it excludes.</summary>
    public static Highlighter For(QueryNode query)
    {
        var language = OnlyLanguage.Of(query);
        return new Highlighter([.. WantedTerms.Of(query)
            .SelectMany(node => node is NearNode near ? [near.Left, near.Right] : new[] { (TermNode)node })
            .Where(term => term.Field is null or { Kind: FieldKind.Text })
            .SelectMany(term => TermMatch.Of(term, language).Alternatives)]);
    }

    /// <summary>The piece with the first match, or the beginning when nothing in the text matched.</summary>
    public string Snippet(string text, string language)
    {
        var marks = Marks(text, language, Beginning);
        if (text.Length > Beginning && (marks.Count == 0 || marks[0].Start + SnippetLength > Beginning))
            marks = Marks(text, language, text.Length);
        var first = marks.Count == 0 ? 0 : marks[0].Start;
        var start = first <= SnippetLength - Lead ? 0 : WordStart(text, first - Lead);
        var end = Math.Min(text.Length, start + SnippetLength);
        if (end < text.Length)
            end = WordEnd(text, start, end);

        var html = new StringBuilder(start > 0 ? "…" : "");
        Write(html, text, start, end, marks);
        return html.Append(end < text.Length ? "…" : "").ToString();
    }

    /// <summary>The whole text with its matches marked.</summary>
    public string Mark(string text, string language)
    {
        var html = new StringBuilder();
        Write(html, text, 0, text.Length, Marks(text, language, text.Length));
        return html.ToString();
    }

    private static void Write(StringBuilder html, string text, int start, int end, List<(int Start, int End)> marks)
    {
        var position = start;
        foreach (var mark in marks)
        {
            if (mark.Start < position || mark.End > end)
                continue;
            Escape(html, text.AsSpan(position, mark.Start - position));
            html.Append("<mark>");
            Escape(html, text.AsSpan(mark.Start, mark.End - mark.Start));
            html.Append("</mark>");
            position = mark.End;
        }

        Escape(html, text.AsSpan(position, end - position));
    }

    /// <summary>Only what HTML needs: the framework's encoder would turn letters beyond the first plane into numbers.</summary>
    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(letter),
            };
        }
    }

    private List<(int Start, int End)> Marks(string text, string language, int end)
    {
        if (sequences.Count == 0)
            return [];

        var words = TextAnalyzer.Words(text, Stemming.RulesFor(language)).TakeWhile(word => word.Start < end).ToList();
        var terms = words.Select(word => (string?)word.Term).ToList();
        var marks = new List<(int Start, int End)>();
        for (var i = 0; i < terms.Count; i++)
        {
            if (firstTerms?.Contains(terms[i]!) == false)
                continue;
            if (sequences.Where(sequence => sequence.MatchesAt(terms, i)).MaxBy(sequence => sequence.Terms.Count) is not { } found)
                continue;
            var last = words[i + found.Terms.Count - 1];
            marks.Add((words[i].Start, last.Start + last.Length));
            i += found.Terms.Count - 1;
        }

        return marks;
    }

    private static int WordStart(string text, int position)
    {
        var space = text.AsSpan(0, position).LastIndexOfAny(' ', '\n');
        return space >= 0 && position - space < 40 ? space + 1 : Whole(text, position);
    }

    private static int WordEnd(string text, int start, int position)
    {
        var space = text.AsSpan(start, position - start).LastIndexOfAny(' ', '\n');
        return space > SnippetLength / 2 ? start + space : Whole(text, position);
    }

    /// <summary>Never between the halves of a surrogate pair.</summary>
    private static int Whole(string text, int position) =>
        position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) ? position - 1 : position;
}
