using System.Globalization;
using Dateline.Query.Syntax;

namespace Dateline.Storage.Search;

/// <summary>Reads a search from its parameters. Filters become parts of the query, so that there is one way to compile them.</summary>
internal static class CriteriaReader
{
    public static (ArticleCriteria? Criteria, SearchProblem? Problem) Read(ArticleSearchRequest request)
    {
        try
        {
            var criteria = new ArticleCriteria
            {
                Query = Query(new QueryFilter { Q = request.Q, Source = request.Source, Language = request.Language, From = request.From, To = request.To }),
                Sort = Choice<ArticleSort>("sort", request.Sort),
                Collapse = Choice<CopyHandling>("collapse", request.Collapse),
                Limit = Limit(request.Limit),
                Fields = ArticleFields.Read(request.Fields),
            };
            return (criteria with { After = Cursor(request.Cursor, criteria) }, null);
        }
        catch (SearchMistakeException mistake)
        {
            return (null, mistake.Problem);
        }
    }

    /// <summary>The query and the filters as one.</summary>
    /// <exception cref="SearchMistakeException">A parameter is not understood.</exception>
    public static QueryNode Query(QueryFilter request)
    {
        var parts = new List<QueryNode>();
        if (Parsed("q", request.Q ?? "", "") is var query and not AllNode)
            parts.AddRange(query is AndNode and ? and.Parts : [query]);
        if (request.Source is { Length: > 0 } source)
            parts.Add(Parsed("source", $"\"{source.Replace('"', ' ')}\"", "source:"));
        if (request.Language is { Length: > 0 } language)
            parts.Add(One<LanguageNode>("language", language, "lang:", "Give one code of two or three letters, such as en."));
        if (request.From is { Length: > 0 } || request.To is { Length: > 0 })
            parts.Add(Published(request.From, request.To));
        return parts.Count switch
        {
            0 => new AllNode(),
            1 => parts[0],
            _ => new AndNode(parts, 0, 0),
        };
    }

    private static RangeNode Published(string? from, string? to)
    {
        const string howTo = "Give a year, month, day or moment in UTC, such as 2023-03-30, with from before to.";
        if (from is { Length: > 0 })
            One<RangeNode>("from", from + "..", "published:", howTo);
        return One<RangeNode>("to", $"{from}..{to}", "published:", howTo);
    }

    private static T One<T>(string parameter, string value, string field, string howTo) where T : QueryNode =>
        Parsed(parameter, value, field) as T ?? throw new SearchMistakeException(new SearchProblem($"{parameter} is not understood.", howTo, parameter));

    private static QueryNode Parsed(string parameter, string value, string field)
    {
        var parsed = QueryParser.Parse(field + value);
        if (parsed.IsValid)
            return parsed.Root;

        var error = parsed.Error with { Position = Math.Max(0, parsed.Error.Position - field.Length) };
        throw new SearchMistakeException(new SearchProblem(error.Message, error.Suggestion, parameter, error.Position, error.Pointer(value)));
    }

    public static T Choice<T>(string parameter, string? value) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(value))
            return default;
        var names = Enum.GetNames<T>();
        return names.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(value, ignoreCase: true)
            : throw new SearchMistakeException(new SearchProblem($"{parameter} does not know \"{value}\".", $"Use {string.Join(" or ", names.Select(name => name.ToLowerInvariant()))}.", parameter));
    }

    private static int Limit(string? value) => Number("limit", value, ArticleCriteria.DefaultLimit, ArticleCriteria.MaxLimit, "follow `next` for more");

    public static int Number(string parameter, string? value, int otherwise, int most, string beyond)
    {
        if (string.IsNullOrEmpty(value))
            return otherwise;
        return int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw SearchMistakeException.In(parameter, $"{parameter} is out of range.", $"Give a number from 1 to {most}; {beyond}.");
    }

    /// <summary>A query that stands in a body, such as that of a saved search.</summary>
    public static QueryNode Query(string text, string parameter) => Parsed(parameter, text, "");

    private static SearchCursor? Cursor(string? value, ArticleCriteria criteria)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        var cursor = SearchCursor.Read(value)
            ?? throw new SearchMistakeException(new SearchProblem("cursor is damaged.", "Give `next` of the page before exactly as it came.", "cursor"));
        return cursor.Query == criteria.Hash
            ? cursor
            : throw new SearchMistakeException(new SearchProblem("cursor belongs to another search.", "Keep all parameters but cursor and limit as they were, or start without cursor.", "cursor"));
    }
}
