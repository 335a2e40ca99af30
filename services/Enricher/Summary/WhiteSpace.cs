namespace Dateline.Enricher.Summary;

/// <summary>Makes wrapped lines one line.</summary>
internal static class WhiteSpace
{
    public static string Collapse(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
