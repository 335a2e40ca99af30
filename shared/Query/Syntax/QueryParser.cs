using System.Globalization;
using Dateline.Query.Analysis;
using Dateline.Query.Matching;

namespace Dateline.Query.Syntax;

/// <summary>Reads the query language. Any text gives a tree or an error that points at a character; it never throws.</summary>
public sealed class QueryParser
{
    /// <summary>UTF-16 code units.</summary>
    public const int MaxLength = 2000;

    public const int MaxDepth = 32;

    /// <summary>Words, phrases and filters.</summary>
    public const int MaxTerms = 100;

    public const int MaxDistance = 30;

    private readonly List<Token> tokens;
    private int index;
    private int depth;
    private int terms;
    private QueryField? scope;

    private QueryParser(List<Token> tokens) => this.tokens = tokens;

    public static ParsedQuery Parse(string query)
    {
        try
        {
            if (query.Length > MaxLength)
                throw QuerySyntaxException.At(MaxLength, $"A query has at most {MaxLength} characters.", "Split it into several, or save parts as searches of their own.");
            return new ParsedQuery { Text = query, Root = new QueryParser(new Tokenizer(query).Read()).Whole() };
        }
        catch (QuerySyntaxException exception)
        {
            return new ParsedQuery { Text = query, Error = exception.Error };
        }
    }

    private Token Current => tokens[index];

    private Token Take() => tokens[index++];

    private QueryNode Whole()
    {
        if (Current.Kind == TokenKind.End)
            return new AllNode();

        var root = Or();
        return Current.Kind == TokenKind.Close
            ? throw QuerySyntaxException.At(Current.Start, "This bracket closes nothing.", "Remove it, or add ( before.")
            : root;
    }

    private QueryNode Or()
    {
        if (++depth > MaxDepth)
            throw QuerySyntaxException.At(Current.Start, $"Brackets nest at most {MaxDepth} deep.", "Write it flatter.");

        var parts = new List<QueryNode> { And() };
        while (Current.Kind == TokenKind.Or)
        {
            Take();
            parts.Add(And());
        }

        depth--;
        return parts.Count == 1 ? parts[0] : new OrNode(Flat<OrNode>(parts, node => node.Parts), parts[0].Start, Span(parts));
    }

    private QueryNode And()
    {
        var parts = new List<QueryNode> { Unary() };
        while (Current.Kind is not (TokenKind.Or or TokenKind.Close or TokenKind.End))
        {
            if (Current.Kind == TokenKind.And)
                Take();
            parts.Add(Unary());
        }

        return parts.Count == 1 ? parts[0] : new AndNode(Flat<AndNode>(parts, node => node.Parts), parts[0].Start, Span(parts));
    }

    private QueryNode Unary()
    {
        if (Current.Kind != TokenKind.Not)
            return Near();

        var sign = Take();
        if (++depth > MaxDepth)
            throw QuerySyntaxException.At(sign.Start, $"Brackets nest at most {MaxDepth} deep.", "Write it flatter.");
        var part = Unary();
        depth--;
        return part is NotNode twice ? twice.Part : new NotNode(part, sign.Start, part.Start + part.Length - sign.Start);
    }

    private QueryNode Near()
    {
        var left = Primary();
        if (Current.Kind != TokenKind.Near)
            return left;

        var near = Take();
        if (!int.TryParse(near.Text.AsSpan(Math.Min(5, near.Text.Length)), out var distance) || distance is < 1 or > MaxDistance)
            throw QuerySyntaxException.At(near.Start, "NEAR needs the number of words that may stand between.", $"Write NEAR/5, at most NEAR/{MaxDistance}.");
        var (first, second) = (Side(left, near), Side(Primary(), near));
        if (first.Count * second.Count > MaxTerms)
            throw QuerySyntaxException.At(near.Start, $"NEAR compares at most {MaxTerms} pairs of words.", "Use a prefix (elect*) in place of many forms, or split the query.");
        if (Current.Kind == TokenKind.Near)
            throw QuerySyntaxException.At(Current.Start, "NEAR stands between two sides, not three.", "Write tax NEAR/5 vote AND vote NEAR/5 law.");

        List<QueryNode> pairs = [.. first.SelectMany(one => second.Select(other => Pair(one, other, distance, near)))];
        return pairs.Count == 1 ? pairs[0] : new OrNode(pairs, first[0].Start, Span(pairs));
    }

    private static List<TermNode> Side(QueryNode node, Token near)
    {
        IReadOnlyList<QueryNode> parts = node is OrNode or ? or.Parts : [node];
        return parts.All(part => part is TermNode { Field: null or { Kind: FieldKind.Text } })
            ? [.. parts.Cast<TermNode>()]
            : throw QuerySyntaxException.At(near.Start, "NEAR stands between words or phrases of the text, or alternatives of them.", "Write (budget OR tax) NEAR/5 \"interest rate\".");
    }

    private static NearNode Pair(TermNode first, TermNode second, int distance, Token near)
    {
        if (first.Field != second.Field)
            throw QuerySyntaxException.At(near.Start, "Both sides of NEAR stand in the same field.", $"Write title:(budget NEAR/{distance} vote).");
        // Databases do not agree on whether a word is near itself.
        if (TermMatch.Of(first).CanOverlap(TermMatch.Of(second)))
            throw QuerySyntaxException.At(near.Start, "NEAR needs two different words.", "Forms of one word count as the same; write another word on one side.");
        return new NearNode(first, second, distance, first.Start, second.Start + second.Length - first.Start);
    }

    private QueryNode Primary()
    {
        var token = Take();
        return token.Kind switch
        {
            TokenKind.Open => Group(token),
            TokenKind.Field => Field(token),
            TokenKind.Word or TokenKind.Phrase when scope is null || scope.Kind is FieldKind.Text or FieldKind.Name => Term(scope, token, token.Start),
            TokenKind.Word or TokenKind.Phrase => Value(scope, token, token.Start),
            TokenKind.End => throw QuerySyntaxException.At(token.Start, "Something is missing at the end.", "Add a word, or remove the last operator."),
            TokenKind.Close => throw QuerySyntaxException.At(token.Start, "Nothing stands before this bracket.", "Put at least one word between the brackets."),
            _ => throw QuerySyntaxException.At(token.Start, $"{token.Text} needs something on both sides.", $"To search for the word itself, write \"{token.Text}\" in quotation marks."),
        };
    }

    private QueryNode Group(Token open)
    {
        var inner = Or();
        if (Current.Kind != TokenKind.Close)
            throw QuerySyntaxException.At(open.Start, "This bracket is never closed.", "Add ) where the group ends.");
        Take();
        return inner;
    }

    private QueryNode Field(Token token)
    {
        var field = QueryField.Find(token.Text) ?? throw UnknownField(token);
        if (scope is not null)
            throw QuerySyntaxException.At(token.Start, $"{field.Name}: stands inside {scope.Name}:( ).", "Close the brackets before the next field.");

        var value = Take();
        switch (value.Kind)
        {
            case TokenKind.Open:
                scope = field;
                var group = Group(value);
                scope = null;
                return group;
            case TokenKind.Word or TokenKind.Phrase:
                return field.Kind is FieldKind.Text or FieldKind.Name ? Term(field, value, token.Start) : Value(field, value, token.Start);
            default:
                throw QuerySyntaxException.At(token.End, $"{field.Name}: needs a value.", field.Description);
        }
    }

    private static QuerySyntaxException UnknownField(Token token)
    {
        var nearest = Nearest.Of(token.Text, QueryField.All.Select(field => field.Name));
        return QuerySyntaxException.At(
            token.Start,
            $"There is no field \"{token.Text}\".",
            (nearest is null ? $"Fields are {string.Join(", ", QueryField.All.Select(field => field.Name))}." : $"Did you mean {nearest}:?")
                + " To search for a text with a colon, put it in quotation marks.");
    }

    private TermNode Term(QueryField? field, Token token, int start)
    {
        CountTerm(token);
        var letters = TextAnalyzer.Words(token.Text, rules: null).LastOrDefault();
        if (letters.Term is null)
            throw QuerySyntaxException.At(token.Start, "There is no letter or digit in this.", "Search for words; punctuation is not indexed.");
        if (token.Prefix && letters.Length < 2 && letters.Term[0] < '\u0E00')
            throw QuerySyntaxException.At(token.Start, "One letter is too little for a prefix.", "Write at least two letters before the *.");
        return new TermNode(field, token.Text, token.Kind == TokenKind.Phrase, token.Prefix, start, token.End - start);
    }

    private QueryNode Value(QueryField field, Token token, int start)
    {
        CountTerm(token);
        var position = token.Start + (token.Kind == TokenKind.Phrase ? 1 : 0);
        if (token.Prefix)
            throw QuerySyntaxException.At(token.End - 1, $"{field.Name}: takes no asterisk.", field.Description);
        switch (field.Kind)
        {
            case FieldKind.Range:
                var (from, until) = DateRange.Parse(token.Text, position);
                return new RangeNode(field, token.Text, from, until, start, token.End - start);
            case FieldKind.Id:
                return Guid.TryParse(token.Text, out var story)
                    ? new StoryNode(story, start, token.End - start)
                    : throw QuerySyntaxException.At(position, $"\"{token.Text}\" is no story's id.", "Take storyId of an article, or id of a story in /v1/stories.");
            case FieldKind.Language:
                return new LanguageNode(LanguageTag(token.Text, position), start, token.End - start);
            default:
                var part = token.Text.ToLowerInvariant();
                if (!QueryField.Parts.Contains(part))
                    throw QuerySyntaxException.At(position, $"{field.Name}: does not know \"{token.Text}\".",
                        Nearest.Of(part, QueryField.Parts) is { } nearest ? $"Did you mean {field.Name}:{nearest}?" : field.Description);
                return new TermNode(field, part, false, false, start, token.End - start);
        }
    }

    /// <summary>Articles have the short code where a language has one: deu is de.</summary>
    private static string LanguageTag(string text, int position)
    {
        var primary = text.Split('-', '_')[0];
        return primary.Length is 2 or 3 && primary.All(char.IsAsciiLetter)
            ? CultureInfo.GetCultureInfo(primary).TwoLetterISOLanguageName.ToLowerInvariant()
            : throw QuerySyntaxException.At(position, $"\"{text}\" is no language code.", "Use a code of two or three letters: lang:en, lang:hi.");
    }

    private void CountTerm(Token token)
    {
        if (++terms > MaxTerms)
            throw QuerySyntaxException.At(token.Start, $"A query has at most {MaxTerms} words, phrases and filters.", "Use a prefix (elect*) in place of many forms, or split the query.");
    }

    private static List<QueryNode> Flat<T>(List<QueryNode> parts, Func<T, IReadOnlyList<QueryNode>> inner) where T : QueryNode =>
        [.. parts.SelectMany(part => part is T same ? inner(same) : [part])];

    private static int Span(List<QueryNode> parts) => parts[^1].Start + parts[^1].Length - parts[0].Start;
}
