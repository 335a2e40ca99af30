using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Query.Matching;
using Dateline.Query.Syntax;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Rules;

/// <summary>Decides by the rules about each article that arrives.</summary>
public sealed class RuleBook(Database<ArchiveDb> database, TimeProvider time)
{
    /// <summary>A changed rule holds in all replicas after this; until then the old one does.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private Page page = new(long.MinValue, []);

    public async Task<RuleDecision> DecideAsync(ArticleEnriched message, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        return rules.Count == 0 ? RuleDecision.None : Decide(rules, Searchable.Of(message, Text(message), time.GetUtcNow().UtcDateTime));
    }

    private static RuleDecision Decide(IReadOnlyList<Compiled> rules, SearchableArticle article)
    {
        var terms = IndexText.Of(article);
        var (tags, decided) = (new List<string>(), false);
        foreach (var (rule, matches) in rules)
        {
            if ((decided && rule.Action != "tag") || !matches.Matches(article, terms))
                continue;
            if (rule.Action == "drop")
                return new RuleDecision(rule.Name, []);
            if (rule.Action == "tag")
                tags.Add(rule.Tag!);
            else
                decided = true;
        }

        return new RuleDecision(null, tags);
    }

    private static string Text(ArticleEnriched message) => string.Join("\n\n", message.Article.Blocks.Select(block => CleanText.Of(block.Text)));

    private async Task<IReadOnlyList<Compiled>> RulesAsync(CancellationToken cancellationToken)
    {
        var known = page;
        if (known.ReadAt != long.MinValue && time.GetElapsedTime(known.ReadAt) < Fresh)
            return known.Rules;

        var rows = await database.ReadAsync((db, token) => db.Rules.Where(row => row.Enabled).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(token), cancellationToken);
        page = new Page(time.GetTimestamp(), [.. rows.Select(row => new Compiled(row, QueryPredicate.Compile(QueryParser.Parse(row.Query).Root ?? new AllNode())))]);
        return page.Rules;
    }

    private sealed record Compiled(RuleRow Rule, QueryPredicate Predicate);

    private sealed record Page(long ReadAt, IReadOnlyList<Compiled> Rules);
}
