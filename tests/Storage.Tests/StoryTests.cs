using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Stories;
using Dateline.Testing;

namespace Dateline.Storage.Tests;

public abstract class StoryTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    private const string Bridge = "torvik bridge pier crack";
    private const string Vote = "skarnes library council vote";

    [Fact]
    public async Task Puts_reports_of_one_event_into_one_story()
    {
        var first = await StoreAsync(1, Bridge);
        var second = await StoreAsync(2, "torvik bridge pier train");
        var other = await StoreAsync(3, Vote);
        second.StoryId.ShouldBe(first.StoryId);
        other.StoryId.ShouldNotBe(first.StoryId);

        var story = (await StoryAsync(first))!;
        story.Story.Members.ShouldBe(2);
        story.Story.FirstArticle.ShouldBe(first.ArticleId);
        story.Articles.Select(article => article.Id).ShouldBe([first.ArticleId, second.ArticleId]);
        story.Sources.Select(source => (source.Name, source.Articles)).ShouldBe([("site1.example", 1), ("site2.example", 1)]);
        story.Hours.Sum(hour => hour.Articles).ShouldBe(2);
    }

    [Fact]
    public async Task Makes_the_same_stories_in_one_batch_as_in_many()
    {
        var answers = await Archive.StoreAsync(Message(1, Bridge), Message(2, Vote), Message(3, Bridge), Message(4, Vote));
        answers[2].StoryId.ShouldBe(answers[0].StoryId);
        answers[3].StoryId.ShouldBe(answers[1].StoryId);
        (await StoryAsync(answers[0]))!.Story.Members.ShouldBe(2);
    }

    [Fact]
    public async Task Counts_a_redelivered_article_once()
    {
        var message = Message(1, Bridge);
        var first = await Archive.StoreOneAsync(message);
        (await Archive.StoreOneAsync(message)).StoryId.ShouldBe(first.StoryId);
        (await StoryAsync(first))!.Story.Members.ShouldBe(1);
    }

    [Fact]
    public async Task Takes_the_same_words_months_later_for_another_event()
    {
        var first = await StoreAsync(1, Bridge);
        var later = await StoreAsync(2, Bridge, minute: 60 * 24 * 70);
        later.StoryId.ShouldNotBe(first.StoryId);
    }

    [Fact]
    public async Task Keeps_articles_whose_words_are_unknown_apart()
    {
        var first = await StoreAsync(1, "");
        (await StoreAsync(2, "")).StoryId.ShouldNotBe(first.StoryId);
    }

    [Fact]
    public async Task A_merge_holds_for_what_arrives_later()
    {
        var bridge = await StoreAsync(1, Bridge);
        var vote = await StoreAsync(2, Vote);
        await Archive.Get<StoryEditor>().MergeAsync(bridge.StoryId!.Value, [vote.StoryId!.Value], CancellationToken.None);

        (await StoreAsync(3, Vote)).StoryId.ShouldBe(bridge.StoryId);
        var merged = (await StoryAsync(vote))!;
        merged.Story.Id.ShouldBe(bridge.StoryId.Value);
        merged.Story.Members.ShouldBe(3);
    }

    [Fact]
    public async Task A_split_holds_for_what_arrives_later()
    {
        var first = await StoreAsync(1, Bridge);
        var second = await StoreAsync(2, "torvik bridge ferry queue");
        var split = await Archive.Get<StoryEditor>().SplitAsync(first.StoryId!.Value, [second.ArticleId], CancellationToken.None);

        (await StoreAsync(2, "torvik bridge pier crack", minute: 5, title: "Revised")).StoryId.ShouldBe(split.StoryId);
        (await StoreAsync(3, "torvik ferry queue lorry")).StoryId.ShouldBe(split.StoryId);
        (await StoreAsync(4, "bridge pier crack mason")).StoryId.ShouldBe(first.StoryId);
        (await StoryAsync(first))!.Story.Members.ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_to_split_off_a_stranger()
    {
        var first = await StoreAsync(1, Bridge);
        var other = await StoreAsync(2, Vote);
        (await Archive.Get<StoryEditor>().SplitAsync(first.StoryId!.Value, [other.ArticleId], CancellationToken.None)).Problem!.ShouldContain("is not in story");
    }

    [Fact]
    public async Task Lists_stories_in_pages()
    {
        for (var n = 0; n < 3; n++)
        {
            await StoreAsync(10 + n, $"alpha{n} beta{n} gamma{n}", minute: n);
            await StoreAsync(20 + n, $"alpha{n} beta{n} gamma{n}", minute: n);
        }

        await StoreAsync(30, "alone");
        var reader = Archive.Get<StoryReader>();
        var first = await reader.ListAsync(null, null, 2, 2, null, CancellationToken.None);
        var second = await reader.ListAsync(null, null, 2, 2, StoryReader.ReadCursor(first.Next!), CancellationToken.None);
        first.Items.Concat(second.Items).Select(story => story.About[0]).ShouldBe(["alpha2", "alpha1", "alpha0"]);
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Finds_similar_articles_and_says_why()
    {
        var first = await StoreAsync(1, Bridge);
        var second = await StoreAsync(2, "torvik bridge pier train");
        await StoreAsync(3, Vote);
        var similar = (await Archive.Get<SimilarReader>().FindAsync(first.ArticleId, 10, CancellationToken.None))!.Items.Single();
        similar.Id.ShouldBe(second.ArticleId);
        similar.Relation.ShouldBe("story");
        similar.Shared.ShouldBe(["bridge", "pier", "torvik"], ignoreOrder: true);
    }

    private static Contracts.ArticleEnriched Message(int site, string gist, int minute = 0, string title = "Report") =>
        News.Article(url: $"https://site{site}.example/1", title: $"{title} {site}", text: $"Report number {site}.", gist: gist, fetchedMinute: minute);

    private Task<StoredArticle> StoreAsync(int site, string gist, int minute = 0, string title = "Report") =>
        Archive.StoreOneAsync(Message(site, gist, minute, title));

    private Task<StoryView?> StoryAsync(StoredArticle stored) => Archive.Get<StoryReader>().FindAsync(stored.StoryId!.Value, CancellationToken.None);
}

public sealed class StoriesOnSqlite(PostgresFixture postgres) : StoryTests(DatabaseKind.Sqlite, postgres);

public sealed class StoriesOnPostgres(PostgresFixture postgres) : StoryTests(DatabaseKind.Postgres, postgres);
