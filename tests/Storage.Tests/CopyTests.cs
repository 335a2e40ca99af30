using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Duplicates;
using Dateline.Storage.Search;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests;

public abstract class CopyTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    private const string Shortened =
        "TORVIK (Agency) – Engineers closed the old railway bridge at Torvik on Tuesday evening after a routine survey found cracks in two of its five stone piers. "
        + "Trains between the coast and the capital are diverted through the northern valley, which adds fifty minutes to the journey.";

    [Fact]
    public async Task Explains_a_copy_of_a_text()
    {
        var first = await Archive.StoreOneAsync(News.Article(sourceTitle: "The Herald"));
        var copy = await Archive.StoreOneAsync(News.Article(url: "https://mirror.example/1", title: "Ferries move", fetchedMinute: 30));

        copy.Outcome.ShouldBe(StoreOutcome.Duplicate);
        copy.DuplicateOf.ShouldBe(first.ArticleId);
        copy.Reason.ShouldBe("Same text as “Harbour closes for repairs” (The Herald), first seen 2024-05-06 08:01:00Z.");
        (await ViewAsync(first.ArticleId)).Copies.Single().Id.ShouldBe(copy.ArticleId);
        (await ViewAsync(copy.ArticleId)).Copies.Single().Id.ShouldBe(first.ArticleId);
    }

    [Fact]
    public async Task Does_not_take_short_texts_for_copies()
    {
        await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", title: "Storm", text: "Watch the video."));
        var other = await Archive.StoreOneAsync(News.Article(url: "https://a.example/2", title: "Match", text: "Watch the video."));
        other.Outcome.ShouldBe(StoreOutcome.Stored);
    }

    [Fact]
    public async Task Links_all_copies_to_the_first()
    {
        var answers = await Archive.StoreAsync(
            News.Article(url: "https://a.example/1"), News.Article(url: "https://b.example/1"), News.Article(url: "https://c.example/1"));
        answers[2].DuplicateOf.ShouldBe(answers[0].ArticleId);
        answers[1].DuplicateOf.ShouldBe(answers[0].ArticleId);
    }

    [Fact]
    public async Task A_copy_that_gets_a_text_of_its_own_is_no_copy_any_more()
    {
        await Archive.StoreOneAsync(News.Article());
        await Archive.StoreOneAsync(News.Article(url: "https://b.example/1"));
        var changed = await Archive.StoreOneAsync(News.Article(url: "https://b.example/1", text: News.Bridge, fetchedMinute: 3));
        (await ViewAsync(changed.ArticleId)).DuplicateOf.ShouldBeNull();
    }

    [Fact]
    public async Task Explains_a_near_copy()
    {
        var first = await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", title: "Bridge shut", text: News.Bridge, sourceTitle: "The Herald"));
        var copy = await Archive.StoreOneAsync(News.Article(url: "https://b.example/1", title: "Trains diverted", text: Shortened, fetchedMinute: 30));

        copy.Outcome.ShouldBe(StoreOutcome.Duplicate);
        copy.DuplicateOf.ShouldBe(first.ArticleId);
        copy.Reason.ShouldBe("95 % of its text stands in “Bridge shut” (The Herald), 46 % of that one here. That one was seen first (2024-05-06 08:01:00Z).");
        copy.StoryId.ShouldBe(first.StoryId);
        (await RowAsync(copy)).DuplicateShare.ShouldBe(95);
    }

    [Fact]
    public async Task Finds_a_near_copy_in_the_same_batch()
    {
        var answers = await Archive.StoreAsync(
            News.Article(url: "https://a.example/1", text: News.Bridge), News.Article(url: "https://b.example/1", text: Shortened));
        answers[1].DuplicateOf.ShouldBe(answers[0].ArticleId);
    }

    [Fact]
    public async Task Says_when_a_copy_names_the_earlier_date()
    {
        await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", text: News.Bridge, published: News.Morning.AddHours(-1)));
        var copy = await Archive.StoreOneAsync(News.Article(url: "https://b.example/1", text: Shortened, fetchedMinute: 1, published: News.Morning.AddHours(-2)));
        copy.Reason!.ShouldContain("although this one names an earlier date (2024-05-06 06:00:00Z)");
    }

    [Fact]
    public async Task Links_copies_of_a_copy_to_the_original()
    {
        var first = await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", text: News.Bridge));
        await Archive.StoreOneAsync(News.Article(url: "https://b.example/1", text: Shortened, fetchedMinute: 1));
        var third = await Archive.StoreOneAsync(News.Article(url: "https://c.example/1", text: Shortened + " Buses run every hour.", fetchedMinute: 2));
        third.DuplicateOf.ShouldBe(first.ArticleId);
    }

    [Fact]
    public async Task Does_not_take_another_report_for_a_copy()
    {
        await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", text: News.Bridge));
        var other = await Archive.StoreOneAsync(News.Article(
            url: "https://b.example/1",
            text: "Passengers to the capital need patience: the stone bridge at Torvik is shut since Tuesday. A survey found cracks, and the masons will need months. "
                + "Until then trains take the long way round through the valley in the north, the operator said, and lorries will fill the highway on the coast."));
        other.Outcome.ShouldBe(StoreOutcome.Stored);
    }

    [Fact]
    public async Task Does_not_take_a_digest_for_a_copy_of_a_notice_in_it()
    {
        await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", text: News.Harbour));
        var digest = await Archive.StoreOneAsync(News.Article(
            url: "https://b.example/1", text: $"{News.Harbour}\n\n{News.Bridge}\n\nThe council of Skarnes voted for a new library with reading rooms, a stage and a café that will open in spring after six years of debate about its place and cost."));
        digest.Outcome.ShouldBe(StoreOutcome.Stored);
    }

    [Fact]
    public async Task An_original_stays_one_when_its_copies_resemble_its_next_revision()
    {
        var first = await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", text: News.Bridge));
        await Archive.StoreOneAsync(News.Article(url: "https://b.example/1", text: Shortened, fetchedMinute: 1));
        var revised = await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", text: News.Bridge.Replace("autumn", "winter"), fetchedMinute: 2));
        revised.Outcome.ShouldBe(StoreOutcome.Revised);
        (await RowAsync(first)).DuplicateOf.ShouldBeNull();
    }

    [Fact]
    public async Task Two_replicas_see_each_others_copies()
    {
        var batches = Enumerable.Range(0, 6).Select(n => Archive.StoreAsync(News.Article(url: $"https://site{n}.example/1", text: News.Bridge + $" This is edition {n} of the report.")));
        await Task.WhenAll(batches);
        var rows = await Archive.ReadAsync((db, token) => db.Articles.ToListAsync(token));
        rows.Count(row => row.DuplicateOf is null).ShouldBe(1);
        rows.Select(row => row.DuplicateOf ?? row.Id).Distinct().Count().ShouldBe(1);
        rows.Select(row => row.StoryId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_persons_word_outlives_later_documents()
    {
        var first = await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", text: News.Bridge));
        var second = await Archive.StoreOneAsync(News.Article(url: "https://b.example/1", text: Shortened, fetchedMinute: 1));
        (await Archive.Get<CopyEditor>().DecideAsync(second.ArticleId, null, "desk", CancellationToken.None)).ShouldBeNull();
        await Archive.StoreOneAsync(News.Article(url: "https://b.example/1", text: Shortened + " Buses run.", fetchedMinute: 2));
        (await RowAsync(second)).DuplicateOf.ShouldBeNull();

        (await Archive.Get<CopyEditor>().DecideAsync(first.ArticleId, second.ArticleId, "desk", CancellationToken.None)).ShouldBeNull();
        await Archive.StoreOneAsync(News.Article(url: "https://a.example/1", text: News.Harbour, fetchedMinute: 3));
        (await RowAsync(first)).DuplicateOf.ShouldBe(second.ArticleId);
    }

    private async Task<ArticleView> ViewAsync(Guid id) => (await Archive.Get<ArticleReader>().FindAsync(id, CancellationToken.None))!;

    private Task<ArticleRow> RowAsync(StoredArticle stored) => Archive.ReadAsync((db, token) => db.Articles.SingleAsync(row => row.Id == stored.ArticleId, token));
}

public sealed class CopiesOnSqlite(PostgresFixture postgres) : CopyTests(DatabaseKind.Sqlite, postgres);

public sealed class CopiesOnPostgres(PostgresFixture postgres) : CopyTests(DatabaseKind.Postgres, postgres);
