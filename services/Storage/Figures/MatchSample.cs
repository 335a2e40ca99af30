using Dateline.Persistence;
using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Figures;

/// <summary>The matches that figures are made of: all of them, or a part of the archive that stands for the rest.</summary>
internal sealed class MatchSample
{
    /// <summary>Articles looked at in a sample. Each look at a full-text entry takes about 8 µs.</summary>
    private const int LookedAt = 20_000;

    /// <summary>
    /// Up to so many matches the index names them all and every nth is read: for 3 000 of 35 000 that is 38 000 pages, where a part
    /// of the archive with as many matches took 89 000, because each article in it is looked at.
    /// </summary>
    private const int NamedByIndex = 50_000;

    private readonly Func<SqlParameters, string> condition;
    private readonly long nth;
    private readonly double percent;

    private MatchSample(Func<SqlParameters, string> condition, ArticleTotal total, long nth, double percent)
    {
        (this.condition, Total) = (condition, total);
        (this.nth, this.percent) = (nth, percent);
    }

    public ArticleTotal Total { get; }

    public bool IsWhole => nth == 1 && percent >= 100;

    /// <summary>What a count in the sample is multiplied by.</summary>
    public double Factor => nth * 100 / percent;

    public static Task<MatchSample> ChooseAsync(ArchiveDb db, DatabaseKind kind, QueryNode query, int most, CancellationToken cancellationToken) =>
        ChooseAsync(db, kind, parameters => new QuerySql(TextDialect.Of(kind), query, parameters).Condition("a"), most, cancellationToken);

    /// <param name="db">In a transaction: settings of PostgreSQL's planner end with it.</param>
    /// <param name="kind">Of the database.</param>
    /// <param name="condition">On the articles, as a.</param>
    /// <param name="most">Matches to be read.</param>
    public static async Task<MatchSample> ChooseAsync(
        ArchiveDb db, DatabaseKind kind, Func<SqlParameters, string> condition, int most, CancellationToken cancellationToken)
    {
        var total = await new MatchCounter(kind).CountAsync(db, parameters => $"SELECT 1 FROM articles AS a WHERE {condition(parameters)}", cancellationToken);
        if (kind == DatabaseKind.Postgres)
            await PostgresPlanning.GatherAsync(db, cancellationToken);
        if (total.Kind == "exact" || (total.Kind == "estimated" && total.Value <= Math.Max(most, NamedByIndex)))
            return new MatchSample(condition, total, Math.Max(1, (total.Value + most - 1) / most), 100);

        // Too many to read: look at a part of the archive. SQLite cannot tell how many there are without reading them.
        var articles = Math.Max(1, await db.Articles.MaxAsync(row => (long?)row.Seq, cancellationToken) ?? 0);
        if (kind == DatabaseKind.Sqlite)
            return new MatchSample(condition, total, Math.Max(1, articles / Math.Min(LookedAt, 2 * most)), 100);
        var part = Math.Min((double)LookedAt / articles, (double)most / total.Value);
        return new MatchSample(condition, total, 1, Math.Min(100, 100 * part));
    }

    /// <summary>FROM and WHERE of a statement on the sample, as a. The same articles each time, so that an answer can be kept.</summary>
    public string From(SqlParameters parameters)
    {
        var sampled = percent < 100 ? FormattableString.Invariant($" TABLESAMPLE SYSTEM ({percent:0.######}) REPEATABLE (1)") : "";
        var every = nth > 1 ? FormattableString.Invariant($" AND a.seq % {nth} = 0") : "";
        return $"FROM articles AS a{sampled} WHERE {condition(parameters)}{every}";
    }

    public long Scaled(long counted) => (long)Math.Round(counted * Factor);
}
