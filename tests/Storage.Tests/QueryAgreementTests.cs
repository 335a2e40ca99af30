using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Query.Matching;
using Dateline.Query.Syntax;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Dateline.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests;

/// <summary>A query means the same to the database and to the predicate, hence the same to both databases.</summary>
public abstract class QueryAgreementTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    private static readonly string[] Words =
        ["vote", "votes", "voting", "budget", "Budgets", "tax", "taxes", "the", "élection", "elections", "Wahl", "Wahlen", "東京都知事", "京都", "U.S.", "re-elected", "Lind's"];

    private static readonly string[] Languages = ["en", "de", "fr", "ja", "und"];
    private static readonly string[] Names = ["Mara Lind", "Joe Smith", "Lind Smith", "Public tax"];

    private static readonly Gen<string> Text = Gen.Elements(Words).NonEmptyListOf().Select(words => string.Join(' ', words.Take(12)));

    /// <summary>Of a story, and of one that is merged into it.</summary>
    private static readonly Guid[] Stories = [.. Enumerable.Range(1, 4).Select(n => Guid.Parse($"0192d3a0-0000-7000-8000-00000000000{n}"))];

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Gen.Elements(Words),
        Gen.Elements(Words).ArrayOf(2).Select(words => $"\"{string.Join(' ', words)}\""),
        Gen.Elements(Words).ArrayOf(3).Select(words => $"\"{string.Join(' ', words)}\""),
        Gen.Elements("vot*", "elect*", "budgets*", "ta*", "東*", "\"the vot\"*", "title:elect*", "author:smi*"),
        Gen.Elements(Words).Select(word => $"title:{word}"),
        Gen.Elements(Words).ArrayOf(2).Select(words => $"title:\"{string.Join(' ', words)}\""),
        Gen.Elements("vote NEAR/1 tax", "budget NEAR/3 wahl", "wahl NEAR/2 tax", "title:(vote NEAR/2 the)", "\"the vote\" NEAR/2 budget", "(vote OR wahl) NEAR/2 (tax OR budget)", "elect* NEAR/2 tax", "tax NEAR/3 \"the vot\"*", "title:(bud* NEAR/1 vote)"),
        Gen.Elements(Languages).Select(language => language == "und" ? "-lang:en" : $"lang:{language}"),
        Gen.Elements(Names).SelectMany(name => Gen.Elements("author", "tag", "source", "entity").Select(field => $"{field}:\"{name}\"")),
        Gen.Elements("author:lind", "tag:tax", "source:smith", "site:a.example", "site:example", "site:sub.a.example", "place:FR", "place:par*", "topic:tax", "topic:04", "tag:\"lind smith\"", "entity:smi*", "has:place", "has:entity", "has:author", "has:date", "has:image"),
        Gen.Elements(Stories).Select(story => $"story:{story}"),
        Gen.Elements("published:2024-05", "published:2024-05-04..2024-05-05", "published:..2024-05-03", "published:2025..", "stored:2024-05-06"));

    [Fact]
    public async Task Database_and_predicate_find_the_same()
    {
        var messages = Gen.Sample(Article(), 12, 60).Select((message, n) => Numbered(message, n)).ToList();
        await Archive.StoreAsync(messages);
        var stories = await SpreadOverStoriesAsync();

        foreach (var query in Gen.Sample(Query(3), 12, 400))
        {
            var parsed = QueryParser.Parse(query);
            parsed.Error.ShouldBeNull(query);
            var predicate = QueryPredicate.Compile(parsed.Root!);
            var expected = messages.Where(message => predicate.Matches(Searchable(message, stories))).Select(message => Archive.Incoming(message).Row.Id).Order();
            var page = await Archive.SearchAsync(query, limit: 200);
            page.Items.Select(item => item.Id).Order().ShouldBe(expected, query);
            page.Total.ShouldBe(new ArticleTotal(page.Items.Count, "exact"));
        }
    }

    [Fact]
    public async Task Relevance_finds_what_newest_finds()
    {
        await Archive.StoreAsync(Gen.Sample(Article(), 12, 40).Select(Numbered));
        foreach (var query in Gen.Sample(Query(2), 12, 100))
        {
            var newest = await Archive.SearchAsync(query, limit: 200);
            var ranked = await Archive.SearchAsync(query, ArticleSort.Relevance, limit: 200);
            // An article that matches only by what it lacks has no rank.
            ranked.Items.Select(item => item.Id).ShouldBeSubsetOf(newest.Items.Select(item => item.Id), query);
        }
    }

    private static SearchableArticle Searchable(ArticleEnriched message, Dictionary<Guid, Guid[]> stories)
    {
        var row = Archive.Incoming(message).Row;
        return Articles.Searchable.Of(message, message.Article.Text, row.FirstStoredAt) with { Stories = stories[row.Id] };
    }

    /// <summary>A third of the articles in the first story, a third in the second, the third of which was merged into; the rest in their own.</summary>
    private async Task<Dictionary<Guid, Guid[]>> SpreadOverStoriesAsync() =>
        await Archive.Get<Database<ArchiveDb>>().WriteAsync(async (db, token) =>
        {
            await db.Articles.Where(row => row.Seq % 3 == 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.StoryId, Stories[0]), token);
            await db.Articles.Where(row => row.Seq % 3 == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.StoryId, Stories[1]), token);
            db.Stories.Add(new StoryRow
            {
                Id = Stories[2],
                FirstSeen = News.Morning.UtcDateTime,
                LastSeen = News.Morning.UtcDateTime,
                FirstArticle = Stories[2],
                BestArticle = Stories[2],
                Gist = "",
                MergedInto = Stories[1],
            });
            await db.SaveChangesAsync(token);
            return await db.Articles.ToDictionaryAsync(
                row => row.Id, row => row.StoryId == Stories[1] ? new[] { Stories[1], Stories[2] } : [row.StoryId], token);
        }, CancellationToken.None);

    private static Gen<string> Query(int depth) => depth == 0 ? Leaf : Gen.OneOf(
        Leaf,
        Query(depth - 1).Two().Select(pair => $"({pair.Item1}) ({pair.Item2})"),
        Query(depth - 1).Two().Select(pair => $"({pair.Item1}) OR ({pair.Item2})"),
        Query(depth - 1).Two().Select(pair => $"({pair.Item1}) -({pair.Item2})"),
        Query(depth - 1).Select(query => $"-({query})"));

    private static Gen<ArticleEnriched> Article() =>
        from title in Text
        from body in Text
        from language in Gen.Elements(Languages)
        from author in Gen.Elements(Names)
        from source in Gen.Elements(Names)
        from host in Gen.Elements("a.example", "sub.a.example", "b.example")
        from day in Gen.Choose(0, 6)
        select News.Article(
            url: $"https://{host}/", title: title, text: body, language: language, authors: [author], sourceTitle: source,
            published: day == 0 ? null : new DateTimeOffset(2024, 5, day, 0, 0, 0, TimeSpan.Zero));

    private static ArticleEnriched Numbered(ArticleEnriched message, int n) => message with
    {
        Document = message.Document with { Url = message.Document.Url + n },
        Article = message.Article with { Tags = [Names[n % Names.Length]] },
        Enrichment = message.Enrichment with
        {
            Entities = [new Entity { Text = Names[(n + 1) % Names.Length], Canonical = Names[(n + 2) % Names.Length], Type = "person" }],
            Places = n % 3 == 0 ? [new Place { Name = "Paris", Country = "FR" }] : [],
            Topics = n % 4 == 0 ? [new Topic("04", "Public tax", 1)] : [],
        },
    };
}

public sealed class QueryAgreementOnSqlite(PostgresFixture postgres) : QueryAgreementTests(DatabaseKind.Sqlite, postgres);

public sealed class QueryAgreementOnPostgres(PostgresFixture postgres) : QueryAgreementTests(DatabaseKind.Postgres, postgres);
