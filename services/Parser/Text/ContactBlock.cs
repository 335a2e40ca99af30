using System.Text.RegularExpressions;

namespace Dateline.Parser.Text;

/// <summary>Finds where the addresses of press offices begin at the end of a release.</summary>
internal static partial class ContactBlock
{
    /// <summary>Index of the first line that belongs to it; the number of lines when there is none.</summary>
    public static int Start(IReadOnlyList<string> lines)
    {
        // Contacts stand at the end; a story about a hotline has prose behind the number.
        for (var i = Math.Max(1, lines.Count - 12); i < lines.Count; i++)
        {
            if (Label().IsMatch(lines[i]) && lines.Skip(i).All(line => WordCount.Of(line) <= 30) && lines.Skip(i).Any(line => Reach().IsMatch(line)))
                return i;
        }

        return lines.Count;
    }

    [GeneratedRegex(@"^\W{0,3}(?:(?:media|press|news|editorial|investor)\s+(?:contacts?|enquiries|inquiries|relations|office)|contacts?(?:\s+(?:information|details|us))?|for\s+(?:more|further)\s+(?:information|details)|pressekontakt|kontakt|ansprechpartner|contacts?\s+presse|contacto|contatto|contato|контакты?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Label();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,}|\+?[0-9][0-9 ()/.\-]{6,}[0-9]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Reach();
}
