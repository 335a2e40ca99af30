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

    public static void Read(HtmlPage page, HeadlinePlace place, Draft draft) => Choose(Find(page, place, draft.Language), draft);

    /// <summary>Whether the page shows this day to its readers, whatever it calls it.</summary>
    public static bool Show(HtmlPage page, HeadlinePlace place, string? language, ParsedDate day) =>
        Find(page, place, language).Exists(one => (one.Date.Value.Date - day.Value.Date).Duration() <= TimeSpan.FromDays(1));

    private static List<(DateEvidence Date, int Score, bool Modified)> Find(HtmlPage page, HeadlinePlace place, string? language)
    {
        var found = new List<(DateEvidence Date, int Score, bool Modified)>();
        if (page.Body is not { } body)
            return found;

        int position = 0, tried = 0;
        var headline = int.MaxValue;
        var before = "";
        foreach (var node in body.Texts)
        {
            if (node.ParentElement is not { } parent || parent.LocalName is "script" or "style" or "noscript" or "option" or "textarea" || node.Data.IsWhiteSpace())
                continue;

            position++;
            if (headline == int.MaxValue && place.Headline is { } heading && heading.Contains(node))
                headline = position;
            var text = node.Length <= MaxLength ? TextCleaner.Line(node.Data) : TextCleaner.Line(node.Data.Slice(0, MaxLength));
            if (HasDate(text) && tried++ < MaxCandidates && Parse(text, language) is { Precision: >= DatePrecision.Day } date && parent.Closest("pre, code, samp, blockquote") is null && !place.IsElsewhere(parent))
            {
                var label = before.Length < 60 ? $"{before} {text}" : text;
                if (!Copyright().IsMatch(label))
                    found.Add((date.From("byline"), Score(text, label, parent, position, headline), Modified().IsMatch(label) && !Published().IsMatch(label)));
            }

            before = text;
        }

        return found;
    }

    private static void Choose(List<(DateEvidence Date, int Score, bool Modified)> found, Draft draft)
    {
        var published = found.Where(one => !one.Modified && one.Score >= Enough).ToList();
        if (published.Count > 0)
            draft.Published.Add(published.MaxBy(one => one.Score).Date);
        var modified = found.Where(one => one.Modified).ToList();
        if (modified.Count > 0 && draft.Modified.Count == 0)
            draft.Modified.Add(modified.MaxBy(one => one.Score).Date);
    }

    private static int Score(string text, string label, Node parent, int position, int headline)
    {
        var score = Published().IsMatch(label) ? 3 : 0;
        if (headline == int.MaxValue)
            score += position < Near ? 1 : 0;
        else if (position >= headline && position - headline <= Near)
            score += position - headline <= 8 ? 3 : 2;
        else if (position < headline && headline - position <= 8)
            score += 2;
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

    private static bool HasDate(string text) => text.Count(char.IsAsciiDigit) is >= 3 and <= 40;

    [GeneratedRegex(@"publi(?:sh|é|cad|cat|ce)|posted|veröffentlicht|erstellt|geschrieben|wurde\s+(?:vor\s+)?am|datum|\bdate\b|\bdata\b|fecha|mise?\s+en\s+ligne|gepubliceerd|geplaatst|pubblicat|opublikowan|publicerad|publisert|udgivet|offentliggjort|julkaistu|zveřejněno|közzét|megjelen|publicat|yayın|опубликован|дата|опубліковано|публик|نشر|प्रकाशित|発表|公開|掲載|发布|發布|时间|입력|등록|diterbitkan|đăng|δημοσ|\bstand\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Published();

    [GeneratedRegex(@"modif|updat|revis|review|aktualis|geänder|änder|mis\s+à\s+jour|actualiz|atualiz|aggiorn|bijgewerkt|uppdater|oppdater|opdater|päivitetty|frissít|güncel|обновл|оновлен|更新|수정|تحديث|अपडेट|diperbarui|cập\s+nhật|ενημ", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Modified();

    [GeneratedRegex(@"©|\(c\)|copyright|all\s+rights|alle\s+rechte|\bgeboren\b|\bborn\b|valid\s+(?:until|through|till)|gültig\s+bis|expires|deadline|registr|joined|mitglied\s+seit", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"date|datum|time|publi|posted|created|meta|byline|info|author|submitted|subline|kicker|stand", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DateName();
}
