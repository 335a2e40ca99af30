using Dateline.Query.Analysis;
using Dateline.Query.Syntax;

namespace Dateline.Query.Matching;

/// <summary>
/// Turns names into index terms that carry their field, so that <c>author:lind</c> is looked up like a word and costs no scan.
/// The mark between field and word is no letter, so no word of a text can look like one.
/// </summary>
public static class FactTerms
{
    private const char Mark = '\u241F';

    /// <summary>Stands for a dot or hyphen inside a host: FTS5's tokenizer would split at ASCII punctuation.</summary>
    private const char Dot = '\u00B7';
    private const char Hyphen = '\u2010';

    public static IEnumerable<string?> Of(SearchableArticle article)
    {
        // What is short and asked for most comes first: the stream is cut at a limit.
        var facts = article.Has.Select(part => Names(QueryField.Has, part))
            .Append(Names(QueryField.Source, article.SourceTitle))
            .Append(article.SourceId is { } id ? [Term(QueryField.Source, id.ToString("N"))] : [])
            .Append(Names(QueryField.Site, article.SiteName))
            .Append(article.Host is { Length: > 0 } host ? Hosts(host) : [])
            .Concat(article.Authors.Select(name => Names(QueryField.Author, name)))
            .Concat(article.Countries.Select(code => new[] { Term(QueryField.Place, code.ToLowerInvariant()) }))
            .Concat(article.Topics.Distinct(StringComparer.Ordinal).Select(name => Names(QueryField.Topic, name)))
            .Concat(article.Tags.Select(name => Names(QueryField.Tag, name)))
            .Concat(article.Places.Distinct(StringComparer.Ordinal).Select(name => Names(QueryField.Place, name)))
            .Concat(article.Entities.Distinct(StringComparer.Ordinal).Select(name => Names(QueryField.Entity, name)));

        foreach (var fact in facts)
        {
            foreach (var term in fact)
                yield return term;
            if (fact.Length > 0)
                yield return null;
        }
    }

    /// <summary>The terms that a value of a query must match in order.</summary>
    public static string[] ForQuery(QueryField field, string value)
    {
        if (field == QueryField.Source && Guid.TryParse(value, out var id))
            return [Term(field, id.ToString("N"))];
        return field == QueryField.Site && value.Contains('.', StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal)
            ? [Host(value)]
            : Names(field, value);
    }

    private static string[] Names(QueryField field, string? name) =>
        name is null ? [] : [.. TextAnalyzer.Words(name, rules: null).Select(word => Term(field, word.Term))];

    /// <summary>A host and each domain it lies in: a query for the domain finds its subdomains.</summary>
    private static string?[] Hosts(string host)
    {
        var parts = host.Split('.', StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, Math.Max(1, parts.Length - 1))
            .SelectMany(skip => new[] { Host(string.Join('.', parts.Skip(skip))), null })];
    }

    private static string Host(string host) =>
        Term(QueryField.Site, string.Concat(host.Trim('.').ToLowerInvariant().Select(letter => letter switch
        {
            '.' => Dot,
            '-' => Hyphen,
            _ => char.IsLetterOrDigit(letter) ? letter : Mark,
        })));

    private static string Term(QueryField field, string word) => $"{field.Name}{Mark}{word}";
}
