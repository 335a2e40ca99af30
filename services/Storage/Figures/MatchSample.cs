using Dateline.Persistence;
using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Figures;

/// <summary>The matches that figures are made of: all of them, or a part of the archive that stands for the rest.</summary>
internal sealed class MatchSample
{
    /// <summary>Matches that are read, 3 µs each; beyond them a part of the archive is looked at.</summary>
    private const int Most = 100_000;

    /// <summary>Articles looked at in a sample. Each look at a full-text entry takes about 8 µs.</summary>
    private const int LookedAt = 20_000;

    /// <summary>Articles with the words of a phrase in which the words' places are compared, 15 to 20 µs each.</summary>
    private const int Compared = 2_000;

    /// <summary>
    /// Up to so many articles with the words of a phrase the index names them all and every nth is compared: for 3 000 of 35 000 that
    /// was 38 000 pages, where a part of the archive with as many took 89 000, because each article in it is looked at.
    /// </summary>
    private const int NamedByIndex = 50_000;

    private readonly Func<SqlParameters, string> condition;
    private readonly Func<SqlParameters, string?>? candidates;
    private readonly long nth;
    private readonly double percent;

    private MatchSample(Func<SqlParameters, string> condition, Func<SqlParameters, string?>? candidates, long nth, double percent)
    {
        (this.condition, this.candidates) = (condition, candidates);
        (this.nth, this.percent) = (Math.Max(1, nth), Math.Min(100, percent));
    }

    /// <summary>About how many matches will be read; 0 where only reading tells.</summary>
    public long Expected { get; private init; }

    public bool IsWhole => nth == 1 && percent >= 100;

    public static Task<MatchSample> ChooseAsync(ArchiveDb db, DatabaseKind kind, QueryNode query, CancellationToken cancellationToken)
    {
        return ChooseAsync(db, kind, parameters => Sql(parameters).Condition("a"), parameters => Sql(parameters).Candidates("a"), cancellationToken);

        QuerySql Sql(SqlParameters parameters) => new(TextDialect.Of(kind), query, parameters);
    }

    /// <param name="db">In a transaction: settings of PostgreSQL's planner end with it.</param>
    /// <param name="kind">Of the database.</param>
    /// <param name="condition">On the articles, as a.</param>
    /// <param name="candidates">Writes what the index can tell of the condition, if that is less.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<MatchSample> ChooseAsync(
        ArchiveDb db, DatabaseKind kind, Func<SqlParameters, string> condition, Func<SqlParameters, string?>? candidates, CancellationToken cancellationToken)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            // It cannot tell how many there are without reading them.
            var total = await new MatchCounter(kind).CountAsync(db, parameters => $"SELECT 1 FROM articles AS a WHERE {condition(parameters)}", cancellationToken);
            var last = await db.Articles.MaxAsync(row => (long?)row.Seq, cancellationToken) ?? 0;
            return new MatchSample(condition, null, total.Kind == "exact" ? 1 : last / LookedAt, 100);
        }

        var articles = Math.Max(1, await PostgresPlanning.ArticlesAsync(db, cancellationToken));
        var values = new SqlParameters();
        var words = candidates?.Invoke(values);
        var expected = await PostgresPlanning.EstimateAsync(db, $"SELECT 1 FROM articles AS a WHERE {words ?? condition(values)}", values, cancellationToken);
        await PostgresPlanning.GatherAsync(db, cancellationToken);
        if (words is null && expected <= Most)
            return new MatchSample(condition, null, 1, 100) { Expected = expected };
        return words is not null && expected <= NamedByIndex
            ? new MatchSample(condition, candidates, (expected + Compared - 1) / Compared, 100)
            : new MatchSample(condition, null, 1, 100.0 * LookedAt / articles);
    }

    /// <summary>
    /// FROM and WHERE of a statement on the sample, as a. The same articles each time, so that an answer can be kept. CASE, because
    /// conditions of one price come in any order, and a phrase is said to cost no more than a number.
    /// </summary>
    public string From(SqlParameters parameters)
    {
        var sampled = percent < 100 ? FormattableString.Invariant($" TABLESAMPLE SYSTEM ({percent:0.######}) REPEATABLE (1)") : "";
        if (nth == 1)
            return $"FROM articles AS a{sampled} WHERE {condition(parameters)}";
        var every = FormattableString.Invariant($"a.seq % {nth} = 0");
        return candidates?.Invoke(parameters) is { } words
            ? $"FROM articles AS a WHERE {words} AND CASE WHEN {every} THEN {condition(parameters)} ELSE FALSE END"
            : $"FROM articles AS a WHERE {condition(parameters)} AND {every}";
    }

    /// <summary>What a count in the sample stands for.</summary>
    public long Scaled(long counted) => (long)Math.Round(counted * nth * 100 / percent);

    public ArticleTotal TotalOf(long counted) => new(Scaled(counted), IsWhole ? "exact" : "estimated");
}
