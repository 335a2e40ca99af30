using System.Text.RegularExpressions;
using Dateline.Contracts;
using Dateline.Parser.Dates;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>Finds the date that a page only shows to people: by where it stands, what its element is called and which words are beside it.</summary>
internal static partial class VisibleDates
{
    private const int MaxLength = 240;
    private const int MaxCandidates = 200;

    /// <summary>Texts behind the headline that still are its byline.</summary>
    private const int Near = 30;

    /// <summary>Without two kinds of evidence a date on a page is just a date.</summary>
    private const int Enough = 3;

    /// <summary>With this much, a date that people see is believed before one that a template writes into a name as vague as "date".</summary>
    private const int Strong = 5;

    /// <summary>Texts around the headline where a box is the headline's own, however it is called.</summary>
    private const int Beside = 8;

    /// <summary>Levels from a date up to the box that it shares with its label.</summary>
    private const int BoxDepth = 3;

    /// <summary>The first pages of the Web are of 1991; an older day is what a page tells of, unless it says that it means the publication.</summary>
    private const int FirstPages = 1991;

    /// <summary>A date and its time.</summary>
    private const int MaxField = 30;

    /// <summary>What the date of the page's own entry in a list counts.</summary>
    private const int Listed = 3;

    public static void Read(HtmlPage page, HeadlinePlace place, string? url, Draft draft)
    {
        var found = Find(page, place, draft.Language, draft.Title, new OwnEntry(page, draft.CanonicalUrl ?? url));
        var published = found.Where(one => !one.Modified && one.Score >= Enough).ToList();
        var known = draft.Published.Count > 0;

        // Of several dates that people see, the one is meant that the page declares.
        var best = published.OrderByDescending(one => draft.Published.Exists(date => SameDay(date, one.Date))).ThenByDescending(one => one.Score).FirstOrDefault();
        if (best.Score >= (known ? Strong : Enough))
            draft.Published.Add(best.Score >= Strong ? best.Date with { Source = "shown" } : best.Date);

        // An update says little about the publication: of pages that show nothing else, half were published on another day.
        var changes = found.Where(one => one.Modified).ToList();
        if (changes.Count > 0 && draft.Modified.Count == 0)
            draft.Modified.Add(changes.MaxBy(one => one.Score).Date);
    }

    /// <summary>Whether the page shows this day to its readers, whatever it calls it.</summary>
    public static bool Show(HtmlPage page, HeadlinePlace place, string? language, ParsedDate day) =>
        Find(page, place, language, null, null).Exists(one => (one.Date.Value.Date - day.Value.Date).Duration() <= TimeSpan.FromDays(1));

    private static List<(DateEvidence Date, int Score, bool Modified)> Find(HtmlPage page, HeadlinePlace place, string? language, string? title, OwnEntry? own)
    {
        var dated = new List<(Node Node, string Text, string Label, ParsedDate Date, int Position)>();
        int position = 0, tried = 0, headline = -1;
        Node? before = null;
        foreach (var node in page.Body?.Texts ?? [])
        {
            if (node.ParentElement is not { } parent || parent.LocalName is "script" or "style" or "noscript" or "option" or "textarea" || node.Data.IsWhiteSpace())
                continue;

            position++;
            if (headline < 0 && (place.Headline is { } heading ? heading.Contains(node) : title is not null && node.Length < title.Length + MaxLength && TextCleaner.Line(node.Data) == title))
                headline = position;
            if (tried < MaxCandidates && HasDate(node.Data[..Math.Min(node.Length, MaxLength)]))
            {
                tried++;
                var text = Line(node);
                if (Parse(text, language) is { Precision: >= DatePrecision.Day } date)
                    dated.Add((node, text, Announcing(before, parent) is { } label ? $"{label} {text}" : text, date, position));
            }

            before = node;
        }

        var found = new List<(DateEvidence Date, int Score, bool Modified)>();
        foreach (var one in dated)
        {
            var parent = one.Node.ParentElement!.Value;
            var beside = (headline >= 0 && Math.Abs(one.Position - headline) <= Beside) || IsField(one.Text, one.Label);
            if (one.Date.Value.Year < FirstPages && !Published().IsMatch(one.Label))
                continue;
            if (Copyright().IsMatch(one.Label) || parent.Closest("pre, code, samp, blockquote") is not null)
                continue;

            var modified = Modified().IsMatch(one.Label) && !Published().IsMatch(one.Label);
            if (!place.IsElsewhere(parent, byName: !beside))
                found.Add((one.Date.From("byline"), Score(one.Text, one.Label, parent, headline < 0 ? null : one.Position - headline, one.Position), modified));
            else if (own?.Holds(one.Node) == true)
                found.Add((one.Date.From("byline"), Listed, modified));
        }

        return found;
    }

    /// <summary>The text before a date, where both stand in one small box; the last entry of a menu says nothing about the date below it.</summary>
    private static string? Announcing(Node? before, Node parent)
    {
        if (before is not { Length: < 120 } earlier || Line(earlier) is not { Length: < 60 } label)
            return null;
        var box = (Node?)parent;
        for (var level = 0; level < BoxDepth && box is { } inner && !inner.Contains(earlier); level++)
            box = inner.ParentElement;
        return box is { } common && common.Contains(earlier) && (earlier.Closest("a") is not { } link || link.Contains(parent)) ? label : null;
    }

    /// <summary>"Published | 12 May 2017", as in a list of facts: says what it is, wherever the list stands.</summary>
    private static bool IsField(string text, string label) =>
        text.Length <= MaxField && label.Length > text.Length && Published().IsMatch(label[..^text.Length]);

    private static bool SameDay(DateEvidence one, DateEvidence other) => (one.Value.Date - other.Value.Date).Duration() <= TimeSpan.FromDays(1);

    private static string Line(Node node) => TextCleaner.Line(node.Data[..Math.Min(node.Length, MaxLength)]);

    /// <param name="text">With the date.</param>
    /// <param name="label">The text before it, too.</param>
    /// <param name="parent">What holds the text.</param>
    /// <param name="behind">Texts from the headline to this one; null where no headline is known.</param>
    /// <param name="position">Texts from the page's top.</param>
    private static int Score(string text, string label, Node parent, int? behind, int position)
    {
        var score = Published().IsMatch(label) ? 3 : 0;
        score += behind switch
        {
            null => position < Near ? 1 : 0,
            >= 0 and <= Beside => 3,
            >= 0 and <= Near => 2,
            >= -Beside and < 0 => 2,
            _ => 0,
        };
        for (var (at, level) = ((Node?)parent, 0); at is { } up && level < 3; (at, level) = (up.ParentElement, level + 1))
        {
            if (DateName().IsMatch($"{up.ClassName} {up.Id}"))
            {
                score += 2;
                break;
            }
        }

        if (text.Length <= 45)
            score++;
        else if (text.Length > 80 && !char.IsDigit(text.AsSpan().TrimStart('(')[0]))
            score -= 2;
        return parent.Closest("a") is { TextLength: > 40 } ? score - 2 : score;
    }

    /// <summary>A long text has its date in front, or behind a word that announces it.</summary>
    private static ParsedDate? Parse(string text, string? language)
    {
        if (text.Length <= 80)
            return DateParser.Parse(text, language);
        if (Published().Match(text) is { Success: true } label)
            return DateParser.Parse(Part(text, label.Index + label.Length), language);
        return char.IsDigit(text.AsSpan().TrimStart('(') is { IsEmpty: false } start ? start[0] : ' ') ? DateParser.Parse(Part(text, 0)[..24], language) : null;
    }

    private static string Part(string text, int start) => text.Substring(start, Math.Min(60, text.Length - start));

    private static bool HasDate(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var letter in text)
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        return digits is >= 3 and <= 40;
    }

    [GeneratedRegex(@"publi(?:sh|é|cad|cat|ce)|posted|veröffentlicht|erstellt|erschien|geschrieben|wurde\s+(?:vor\s+)?am|datum|\bdate\b|\bdata\b|fecha|mise?\s+en\s+ligne|gepubliceerd|geplaatst|pubblicat|opublikowan|publicerad|publisert|udgivet|offentliggjort|julkaistu|zveřejněno|közzét|megjelen|publicat|yayın|опубликован|дата|опубліковано|публик|نشر|प्रकाशित|発表|公開|掲載|发布|發布|时间|입력|등록|diterbitkan|đăng|δημοσ|\bstand\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Published();

    [GeneratedRegex(@"modif|updat|revis|reviewed|aktualis|geänder|\bänder|mis\s+à\s+jour|actualiz|atualiz|aggiorn|bijgewerkt|uppdater|oppdater|opdater|päivitetty|frissít|güncel|обновл|оновлен|更新|수정|تحديث|अपडेट|diperbarui|cập\s+nhật|ενημ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Modified();

    [GeneratedRegex(@"©|\(c\)|copyright|all\s+rights|alle\s+rechte|\bgeboren\b|\bborn\b|valid\s+(?:until|through|till)|gültig\s+bis|expires|deadline|registr|joined|mitglied\s+seit|\bnée?\s+(?:le|à|en)\b|\bnacid[oa]\b|\bnascid[oa]\b|\bnat[oa]\s+(?:il|a)\b|родил|\bfödd\b|\bfødt\b|出生|生于|生まれ|출생", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"date|datum|time|publi|posted|created|meta|byline|info|author|submitted|subline|kicker|stand", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DateName();
}
