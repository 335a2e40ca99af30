using System.Globalization;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Figures;

/// <summary>Counts the values that matches have.</summary>
public sealed class FacetReader(Database<ArchiveDb> database)
{
    /// <summary>So many matches have all their lists read: some kilobytes and 35 µs each.</summary>
    private const int MostByList = 3_000;

    /// <summary>Of more matches so many stand for the rest: a part of a tenth comes out within one and a half hundredths.</summary>
    private const int ListSample = 1_500;

    private static readonly Dictionary<FacetField, (Func<FacetGroup, string?> Value, Func<FacetGroup, string?> Label)> Columns = new()
    {
        [FacetField.Source] = (group => group.SourceId?.ToString(), group => group.SourceTitle),
        [FacetField.Language] = (group => group.Language, _ => null),
        [FacetField.Site] = (group => group.Host, _ => null),
    };

    public Task<FacetList> ReadAsync(QueryNode query, string written, IReadOnlyList<FacetField> fields, int top, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async (db, token) =>
        {
            var sample = await MatchSample.ChooseAsync(db, database.Kind, query, token);
            var groups = await GroupsAsync(db, sample, withArticles: fields.Any(field => !Columns.ContainsKey(field)), token);
            var read = groups.Sum(group => group.Count);
            var lists = await TalliesAsync(db, Picked(groups), fields, token);
            return new FacetList
            {
                Items = [.. fields.Select(field => lists.TryGetValue(field, out var tally)
                    ? Listed(field, tally, sample.TotalOf(read), top)
                    : Column(field, groups, sample, read, top))],
                Query = new QueryEcho(written, query.ToString()),
                Total = sample.TotalOf(read),
            };
        }, cancellationToken);

    /// <param name="type">Null for all.</param>
    public async Task<EntityList> ReadEntitiesAsync(QueryNode query, string written, string? type, int most, CancellationToken cancellationToken)
    {
        // A list of one type is picked from the most frequent of all types.
        var list = await ReadAsync(query, written, [FacetField.Entity], type is null ? most : int.MaxValue, cancellationToken);
        var facet = list.Items[0];
        return new EntityList
        {
            Items = [.. facet.Values.Where(value => type is null || value.Label == type).Take(most)
                .Select(value => new EntityCount(value.Value, value.Label ?? "other", value.Count, value.Query))],
            Query = list.Query,
            Total = list.Total,
            Counting = facet.Counting,
            Read = facet.Read,
        };
    }

    /// <summary>All columns at once: what costs is to reach the matches, not to count them.</summary>
    private static Task<List<FacetGroup>> GroupsAsync(ArchiveDb db, MatchSample sample, bool withArticles, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var nth = Math.Max(1, sample.Expected / (2 * MostByList));
        var articles = withArticles
            ? FormattableString.Invariant($"COALESCE(string_agg(CASE WHEN a.seq % {nth} = 0 THEN CAST(a.seq AS text) END, ','), '')")
            : "''";
        var sql = $"""
            SELECT a.source_id, a.language, a.host, max(a.source_title) AS source_title, count(*) AS count, {articles} AS articles
            {sample.From(parameters)} GROUP BY a.source_id, a.language, a.host
            """; // values are parameters
        return db.Database.SqlQueryRaw<FacetGroup>(sql, parameters.Values).ToListAsync(cancellationToken);
    }

    /// <summary>Every nth of the matches, so that they are spread over the archive, and the same each time.</summary>
    private static List<long> Picked(List<FacetGroup> groups)
    {
        var found = groups.SelectMany(group => group.Articles.Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Select(seq => long.Parse(seq, CultureInfo.InvariantCulture)).Order().ToList();
        var nth = found.Count <= MostByList ? 1 : (found.Count + ListSample - 1) / ListSample;
        return [.. found.Where((_, i) => i % nth == 0)];
    }

    private static async Task<Dictionary<FacetField, Tally>> TalliesAsync(
        ArchiveDb db, List<long> articles, IReadOnlyList<FacetField> fields, CancellationToken cancellationToken)
    {
        var tallies = fields.Where(field => !Columns.ContainsKey(field)).Distinct().ToDictionary(field => field, _ => new Tally());
        if (tallies.Count == 0 || articles.Count == 0)
            return tallies;

        var sql = $"SELECT a.authors AS authors, a.tags AS tags, a.enrichment AS enrichment FROM articles AS a WHERE a.seq IN ({string.Join(',', articles)})"; // numbers
        await foreach (var row in db.Database.SqlQueryRaw<FactRow>(sql).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            using var enrichment = JsonDocument.Parse(row.Enrichment);
            foreach (var (field, tally) in tallies)
                tally.Add(FactLists.Of(field, row, enrichment.RootElement));
        }

        return tallies;
    }

    private static Facet Column(FacetField field, List<FacetGroup> groups, MatchSample sample, long read, int top)
    {
        var (value, label) = Columns[field];
        var values = groups.Where(group => value(group) is not null).GroupBy(group => value(group)!)
            .Select(same => (Value: same.Key, Label: same.Max(label), Count: same.Sum(group => group.Count)))
            .OrderByDescending(found => found.Count).ThenBy(found => found.Value, StringComparer.Ordinal).Take(top);
        return new Facet
        {
            Field = Name(field),
            Values = [.. values.Select(found => Value(field, found.Value, found.Label, sample.Scaled(found.Count)))],
            Counting = sample.IsWhole ? "exact" : "sampled",
            Read = read,
        };
    }

    private static Facet Listed(FacetField field, Tally tally, ArticleTotal total, int top) => new()
    {
        Field = Name(field),
        Values = [.. tally.Top(top).Select(found => Value(field, found.Value, found.Label, (long)Math.Round((double)found.Count * total.Value / tally.Articles)))],
        Counting = total.Kind == "exact" && tally.Articles == total.Value ? "exact" : "sampled",
        Read = tally.Articles,
    };

    private static FacetValue Value(FacetField field, string value, string? label, long count) =>
        new(value, label, count, Narrowing(field, value));

    private static string Narrowing(FacetField field, string value)
    {
        var quoted = $"\"{value.Replace('"', ' ')}\"";
        return field switch
        {
            FacetField.Keyword => quoted,
            FacetField.Language => $"lang:{value}",
            FacetField.Country => $"place:{value}",
            _ => $"{Name(field)}:{quoted}",
        };
    }

    private static string Name(FacetField field) => field.ToString().ToLowerInvariant();
}
