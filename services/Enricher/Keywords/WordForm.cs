namespace Dateline.Enricher.Keywords;

/// <summary>The form under which occurrences of a word are counted.</summary>
internal static class WordForm
{
    /// <summary>Lower case, with one kind of apostrophe and without the English possessive.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’')
            word = word[..^2];

        return string.Create(word.Length, word, static (form, word) =>
        {
            for (var i = 0; i < form.Length; i++)
                form[i] = word[i] == '’' ? '\'' : char.ToLowerInvariant(word[i]);
        });
    }
}
