using System.Collections;
using System.Globalization;
using Dateline.Contracts;

namespace Dateline.Storage.Delivery;

/// <summary>Writes values for spreadsheets, which run what looks like a formula and would let an article run it on its reader's machine.</summary>
internal static class CsvCell
{
    public static string Of(object? value) => Quoted(Neutral(Text(value)));

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Entity entity => entity.Canonical,
        Place place => place.Country is null ? place.Name : $"{place.Name} ({place.Country})",
        Keyword keyword => keyword.Text,
        Topic topic => topic.Label,
        IEnumerable list => string.Join("; ", list.Cast<object?>().Select(Text)),
        _ => value.ToString() ?? "",
    };

    /// <summary>An apostrophe before what a spreadsheet would run (OWASP: CSV injection); full-width forms are taken for signs by some.</summary>
    private static string Neutral(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(['"', ',', '\r', '\n', ';']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
