namespace Dateline.Storage.Delivery;

/// <summary>Writes values for spreadsheets, which run what looks like a formula and would let an article run it on its reader's machine.</summary>
internal static class CsvCell
{
    public static string Of(object? value) => Quoted(Neutral(FieldText.Of(value)));

    /// <summary>An apostrophe before what a spreadsheet would run (OWASP: CSV injection); full-width forms are taken for signs by some.</summary>
    private static string Neutral(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(['"', ',', '\r', '\n', ';']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
