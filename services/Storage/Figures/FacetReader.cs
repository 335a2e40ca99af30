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
    /// <summary>Matches that are read for a column; beyond them a part of the archive is looked at.</summary>
    private const int MostByColumn = 100_000;

    /// <summary>Matches whose lists are read: some kilobytes of each.</summary>
    private const int MostByList = 3_000;

    private static readonly Dictionary<FacetField, (string Value, string Label)> Columns = new()
    {
        [FacetField.Source] = ("source_id", "max(a.source_title)"),
        [FacetField.Language] = ("language", "NULL"),
        [FacetField.Site] = ("host", "NULL"),
    };

    public Task<FacetList> ReadAsync(QueryNode query, string written, IReadOnlyList<FacetField> fields, int top, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async (db, token) =>
        {
            var all = await MatchSample.ChooseAsync(db, database.Kind, query, MostByColumn, token);
            var lists = fields.Any(field => !Columns.ContainsKey(field))
                ? await TalliesAsync(db, await MatchSample.ChooseAsync(db, database.Kind, query, MostByList, token), fields, top, token)
                : [];
            var facets = new List<Facet>();
            foreach (var field in fields)
                facets.Add(lists.TryGetValue(field, out var facet) ? facet : await ColumnAsync(db, all, field, top, token));
            return new FacetList { Items = facets, Query = new QueryEcho(written, query.ToString()), Total = all.Total };
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

    private static async Task<Facet> ColumnAsync(ArchiveDb db, MatchSample sample, FacetField field, int top, CancellationToken cancellationToken)
    {
        var (column, label) = Columns[field];
        var parameters = new SqlParameters();
        var sql = $"SELECT lower(CAST(a.{column} AS text)) AS value, {label} AS label, count(*) AS count {sample.From(parameters)} GROUP BY 1 ORDER BY 3 DESC, 1"; // values are parameters
        var counts = await db.Database.SqlQueryRaw<ColumnCount>(sql, parameters.Values).ToListAsync(cancellationToken);
        return new Facet
        {
            Field = Name(field),
            Values = [.. counts.Where(count => count.Value is not null).Take(top).Select(count => Value(field, count.Value!, count.Label, sample.Scaled(count.Count)))],
            Counting = sample.IsWhole ? "exact" : "sampled",
            Read = counts.Sum(count => count.Count),
        };
    }

    private static async Task<Dictionary<FacetField, Facet>> TalliesAsync(
        ArchiveDb db, MatchSample sample, IReadOnlyList<FacetField> fields, int top, CancellationToken cancellationToken)
    {
        var tallies = fields.Where(field => !Columns.ContainsKey(field)).Distinct().ToDictionary(field => field, _ => new Tally());
        var parameters = new SqlParameters();
        var sql = $"SELECT a.authors AS authors, a.tags AS tags, a.enrichment AS enrichment {sample.From(parameters)}"; // values are parameters
        var read = 0;
        await foreach (var row in db.Database.SqlQueryRaw<FactRow>(sql, parameters.Values).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            read++;
            using var enrichment = JsonDocument.Parse(row.Enrichment);
            foreach (var (field, tally) in tallies)
                tally.Add(FactLists.Of(field, row, enrichment.RootElement));
        }

        return tallies.ToDictionary(pair => pair.Key, pair => new Facet
        {
            Field = Name(pair.Key),
            Values = [.. pair.Value.Top(top).Select(found => Value(pair.Key, found.Value, found.Label, sample.Scaled(found.Count)))],
            Counting = sample.IsWhole ? "exact" : "sampled",
            Read = read,
        });
    }

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
