using System.Globalization;

namespace Dateline.Enricher.Language;

/// <summary>
/// The letters of a text as the language model reads them: lower case, one space between words, without digits,
/// punctuation, addresses and handles, which say nothing about a language.
/// </summary>
internal sealed class LetterStream
{
    private readonly char[] _letters;
    private readonly int[] _scripts = new int[Scripts.Count];

    private LetterStream(int capacity)
    {
        _letters = new char[capacity + 2];
        _letters[0] = ' ';
        Length = 1;
    }

    private int Length { get; set; }

    public int LetterCount { get; private set; }

    /// <summary>Reads up to <paramref name="limit"/> code units.</summary>
    public static LetterStream Read(ReadOnlySpan<char> text, int limit)
    {
        text = text[..Math.Min(text.Length, limit)];
        var stream = new LetterStream(text.Length);
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;

            stream.Add(text[start..end]);
            start = end;
        }

        return stream;
    }

    /// <summary>How many letters of a script there are.</summary>
    public int CountOf(Script script) => _scripts[(int)script];

    /// <summary>The script of most letters. Kana beside Han is Japanese, so that it counts for both.</summary>
    public Script MainScript
    {
        get
        {
            var best = Array.IndexOf(_scripts, _scripts.Max());
            var kana = _scripts[(int)Script.Kana];
            // Japanese prose is one third to two thirds kana; a Chinese text that quotes some Japanese has far less.
            return (Script)best == Script.Han && kana * 10 >= _scripts[best] ? Script.Kana : (Script)best;
        }
    }

    /// <summary>
    /// Only what is written in this script: names in another one ("Microsoft" in a Russian text) speak for no language
    /// of this one.
    /// </summary>
    public ReadOnlySpan<char> LettersOf(Script script)
    {
        var kept = 0;
        for (var i = 0; i < Length; i++)
        {
            var letter = _letters[i];
            var foreign = letter != ' ' && letter != '\'' && !IsMark(letter) && Scripts.Of(letter) is var other && other != script
                && !(script == Script.Kana && other == Script.Han);
            if (!foreign && (letter != ' ' || kept == 0 || _letters[kept - 1] != ' '))
                _letters[kept++] = letter;
        }

        Length = kept;
        return _letters.AsSpan(0, Length);
    }

    private void Add(ReadOnlySpan<char> chunk)
    {
        if (chunk[0] == '@' || chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return;

        foreach (var character in chunk)
        {
            if (character < 0x80 ? char.IsAsciiLetter(character) : char.IsLetter(character) || char.IsSurrogate(character) || IsMark(character))
                Append(character < 0x80 ? (char)(character | 0x20) : char.ToLowerInvariant(character));
            else if (character is '\'' or '’' or 'ʼ' && _letters[Length - 1] != ' ')
                _letters[Length++] = '\'';
            else
                Break();
        }

        Break();
    }

    private void Append(char letter)
    {
        _letters[Length++] = letter;
        if (IsMark(letter))
            return;

        _scripts[(int)Scripts.Of(letter)]++;
        LetterCount++;
    }

    private void Break()
    {
        if (_letters[Length - 1] != ' ')
            _letters[Length++] = ' ';
    }

    private static bool IsMark(char character) =>
        character >= 0x300 && char.GetUnicodeCategory(character) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
