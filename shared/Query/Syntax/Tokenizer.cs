using System.Text;

namespace Dateline.Query.Syntax;

/// <summary>Splits a query into tokens.</summary>
internal sealed class Tokenizer(string query)
{
    private int position;

    public List<Token> Read()
    {
        var tokens = new List<Token>();
        Token token;
        do
            tokens.Add(token = Next(afterField: tokens is [.., { Kind: TokenKind.Field }]));
        while (token.Kind != TokenKind.End);
        return tokens;
    }

    private Token Next(bool afterField)
    {
        while (position < query.Length && char.IsWhiteSpace(query[position]))
            position++;
        if (position == query.Length)
            return new Token(TokenKind.End, "", false, position, 0);

        return query[position] switch
        {
            '(' => Single(TokenKind.Open),
            ')' => Single(TokenKind.Close),
            '|' => Single(TokenKind.Or),
            '-' or '\u2212' or '\u2013' when !afterField => Single(TokenKind.Not),
            var quote when IsQuote(quote) => Phrase(),
            _ => Word(afterField),
        };
    }

    private Token Single(TokenKind kind) => new(kind, query[position..++position], false, position - 1, 1);

    /// <summary>People paste typographic quotation marks; any closes any.</summary>
    private static bool IsQuote(char letter) => letter is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';

    public static string Escape(string phrase) => string.Concat(phrase.Select(letter => IsQuote(letter) ? $"\\{letter}" : letter.ToString()));

    private Token Phrase()
    {
        var start = position++;
        var text = new StringBuilder();
        while (position < query.Length && !IsQuote(query[position]))
        {
            if (query[position] == '\\' && position + 1 < query.Length && IsQuote(query[position + 1]))
                position++;
            text.Append(query[position++]);
        }

        if (position == query.Length)
            throw QuerySyntaxException.At(start, "This quotation mark is never closed.", "Add a \" after the last word of the phrase.");
        position++;
        return new Token(TokenKind.Phrase, text.ToString(), TakeAsterisk(), start, position - start);
    }

    private Token Word(bool afterField)
    {
        var start = position;
        while (position < query.Length && !IsEndOfWord(query[position]))
        {
            if (query[position] == ':' && !afterField && IsFieldName(query.AsSpan(start, position - start)))
            {
                var name = query[start..position++];
                return new Token(TokenKind.Field, name, false, start, position - start);
            }

            position++;
        }

        var text = query[start..position];
        var prefix = TakeAsterisk();
        var kind = prefix || afterField ? TokenKind.Word : Keyword(text);
        return new Token(kind, text, prefix, start, position - start);
    }

    private bool TakeAsterisk()
    {
        if (position == query.Length || query[position] != '*')
            return false;

        position++;
        if (position < query.Length && !char.IsWhiteSpace(query[position]) && query[position] is not (')' or '|'))
            throw QuerySyntaxException.At(position - 1, "An asterisk stands at the end of a word only.", "Write the beginning of the word and then *: elect*");
        return true;
    }

    private static bool IsEndOfWord(char letter) => char.IsWhiteSpace(letter) || letter is '(' or ')' or '|' or '*' || IsQuote(letter);

    private static bool IsFieldName(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetter(letter))
                return false;
        }

        return text.Length > 0;
    }

    private static TokenKind Keyword(string text) => text switch
    {
        "OR" => TokenKind.Or,
        "AND" => TokenKind.And,
        "NOT" => TokenKind.Not,
        _ when text.StartsWith("NEAR/", StringComparison.Ordinal) || text == "NEAR" => TokenKind.Near,
        _ => TokenKind.Word,
    };
}
