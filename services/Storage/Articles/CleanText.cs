namespace Dateline.Storage.Articles;

/// <summary>Makes text storable: PostgreSQL refuses NUL, and half a surrogate pair is no text anywhere.</summary>
internal static class CleanText
{
    private const char Replacement = '\uFFFD';

    /// <summary>One unit for one unit, so that offsets of mentions stay true.</summary>
    public static string Of(string text)
    {
        if (IsClean(text))
            return text;

        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = IsBad(source, i) ? Replacement : source[i];
        });
    }

    public static string? OrNull(string? text) => text is null ? null : Of(text);

    private static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBad(text, i))
                return false;
        }

        return true;
    }

    private static bool IsBad(string text, int index) => text[index] switch
    {
        '\0' => true,
        var unit when char.IsHighSurrogate(unit) => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
        var unit when char.IsLowSurrogate(unit) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
        _ => false,
    };
}
