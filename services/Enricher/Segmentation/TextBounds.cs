namespace Dateline.Enricher.Segmentation;

/// <summary>Cuts texts to a length without cutting a character in two.</summary>
internal static class TextBounds
{
    /// <summary>The largest length up to <paramref name="limit"/> that does not end inside a surrogate pair.</summary>
    public static int Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text.Length;

        return char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }
}
