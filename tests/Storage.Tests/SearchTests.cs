using Dateline.Persistence;
using Dateline.Storage.Search;
using Dateline.Testing;

namespace Dateline.Storage.Tests;

public abstract class SearchTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    [Fact]
    public async Task Shows_the_newest_first()
    {
        await Archive.StoreAsync(
            News.Article(url: "https://a.example/old", title: "Old", published: News.Morning.AddDays(-9)),
            News.Article(url: "https://a.example/undated", title: "Undated"),
            News.Article(url: "https://a.example/new", title: "New", published: News.Morning.AddDays(-1)));
        (await Archive.SearchAsync()).Items.Select(item => item.Title).ShouldBe(["Undated", "New", "Old"]);
    }

    [Fact]
    public async Task A_date_in_the_far_future_does_not_put_an_article_on_top()
    {
        await Archive.StoreAsync(
            News.Article(url: "https://a.example/1", title: "Typo", published: News.Morning.AddYears(70)),
            News.Article(url: "https://a.example/2", title: "Later", fetchedMinute: 5));
        (await Archive.SearchAsync()).Items.Select(item => item.Title).ShouldBe(["Later", "Typo"]);
    }

    [Theory]
    [InlineData(ArticleSort.Newest)]
    [InlineData(ArticleSort.Relevance)]
    public async Task Pages_neither_skip_nor_repeat_while_articles_arrive(ArticleSort sort)
    {
        // Many share a date, so that the order within one moment matters too.
        await Archive.StoreAsync(Enumerable.Range(0, 60).Select(n => Harbour(n, published: n / 20)));
        var before = (await Archive.SearchAsync("harbour", sort, limit: 200)).Items.Select(item => item.Id).ToList();
        before.Count.ShouldBe(60);

        var seen = new List<Guid>();
        var cursor = (string?)null;
        var arriving = 100;
        do
        {
            var page = await Archive.SearchAsync("harbour", sort, limit: 7, cursor: cursor);
            page.Items.Count.ShouldBeGreaterThan(0);
            page.Total.Value.ShouldBe(60);
            seen.AddRange(page.Items.Select(item => item.Id));
            cursor = page.Next;
            await Archive.StoreAsync(Harbour(arriving, published: 9), Harbour(arriving + 1, published: 0));
            arriving += 2;
        }
        while (cursor is not null);

        seen.Distinct().Count().ShouldBe(seen.Count);
        seen.Where(before.Contains).ShouldBe(before);
    }

    [Fact]
    public async Task Ranks_what_stands_in_the_title_above_what_is_mentioned()
    {
        await Archive.StoreAsync(
            News.Article(url: "https://a.example/1", title: "Council meets", text: "Among other things the ferry was mentioned in passing by one member."),
            News.Article(url: "https://a.example/2", title: "New ferry", text: "The ferry is here. The ferry sails daily, and a second ferry follows soon."),
            News.Article(url: "https://a.example/3", title: "Weather", text: "Rain in the evening, no wind, and nothing else that is worth a word."));
        var page = await Archive.SearchAsync("ferry", ArticleSort.Relevance);
        page.Items.Select(item => item.Title).ShouldBe(["New ferry", "Council meets"]);
        page.RankedAmong.ShouldBe(2);
    }

    [Fact]
    public async Task Shows_one_of_several_copies_when_asked()
    {
        await Archive.StoreAsync(
            News.Article(url: "https://a.example/1", title: "First", sourceTitle: "Herald"),
            News.Article(url: "https://b.example/1", title: "Second", sourceTitle: "Mirror"),
            News.Article(url: "https://c.example/1", title: "Third", sourceTitle: "Mirror"));
        (await Archive.SearchAsync("harbour")).Items.Count.ShouldBe(3);
        (await Archive.SearchAsync("harbour", collapse: CopyHandling.Copies)).Items.Select(item => item.Title).ShouldBe(["First"]);
        (await Archive.SearchAsync("source:mirror", collapse: CopyHandling.Copies)).Items.Select(item => item.Title).ShouldBe(["Second"]);
    }

    [Fact]
    public async Task Shows_one_article_of_each_story_when_asked()
    {
        await Archive.StoreAsync(Report(1, "torvik bridge pier crack"), Report(2, "torvik bridge pier train", "queue"), Report(3, "skarnes library vote"), Report(4, "torvik bridge pier mason", "queue"));
        (await TitlesAsync("report")).ShouldBe(["Report 3", "Report 1"]);
        (await TitlesAsync("queue")).ShouldBe(["Report 2"]);
        (await Archive.SearchAsync("report", collapse: CopyHandling.Story)).Total.ShouldBe(new ArticleTotal(2, "exact"));

        async Task<IEnumerable<string?>> TitlesAsync(string query) => (await Archive.SearchAsync(query, collapse: CopyHandling.Story)).Items.Select(item => item.Title);
    }

    [Theory]
    [InlineData(ArticleSort.Newest)]
    [InlineData(ArticleSort.Oldest)]
    public async Task Pages_of_stories_neither_skip_nor_repeat_while_their_articles_arrive(ArticleSort sort)
    {
        await Archive.StoreAsync(Enumerable.Range(0, 30).Select(n => Report(n, $"alpha{n % 10} beta{n % 10} gamma{n % 10}")));
        var (seen, cursor, arriving) = (new List<Guid>(), (string?)null, 100);
        do
        {
            var page = await Archive.SearchAsync("report", sort, limit: 3, cursor: cursor, collapse: CopyHandling.Story);
            seen.AddRange(page.Items.Select(item => item.StoryId));
            cursor = page.Next;
            await Archive.StoreAsync(Report(arriving, $"alpha{arriving % 10} beta{arriving % 10} gamma{arriving % 10}"));
            arriving++;
        }
        while (cursor is not null);
        seen.Count.ShouldBe(10);
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task Finds_the_articles_of_a_story_by_its_id()
    {
        var first = await Archive.StoreOneAsync(Report(1, "torvik bridge pier crack"));
        await Archive.StoreAsync(Report(2, "torvik bridge pier train"), Report(3, "skarnes library vote"));
        (await Archive.SearchAsync($"story:{first.StoryId}")).Items.Select(item => item.Title).ShouldBe(["Report 2", "Report 1"]);
        (await Archive.SearchAsync($"report -story:{first.StoryId}")).Items.Select(item => item.Title).ShouldBe(["Report 3"]);
    }

    [Fact]
    public async Task Filters_of_the_address_are_parts_of_the_query()
    {
        var source = Guid.Parse("0192d3a0-0000-7000-8000-000000000001");
        await Archive.StoreAsync(
            News.Article(url: "https://a.example/1", title: "Yes", sourceId: source, published: new DateTimeOffset(2024, 5, 2, 23, 0, 0, TimeSpan.Zero)),
            News.Article(url: "https://a.example/2", title: "Other source", published: new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero)),
            News.Article(url: "https://a.example/3", title: "Other language", language: "de", sourceId: source, published: new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero)),
            News.Article(url: "https://a.example/4", title: "Other day", sourceId: source, published: new DateTimeOffset(2024, 5, 3, 0, 0, 0, TimeSpan.Zero)));
        var page = await Archive.SearchAsync(new ArticleSearchRequest
        {
            Q = "harbour OR quay",
            Source = source.ToString(),
            Language = "en",
            From = "2024-05-01",
            To = "2024-05-02",
        });
        page.Items.Select(item => item.Title).ShouldBe(["Yes"]);
        page.Query.Understood.ShouldBe($"(harbour OR quay) AND source:\"{source}\" AND lang:en AND published:2024-05-01..2024-05-02");
    }

    [Fact]
    public async Task Finds_a_word_in_each_articles_own_language()
    {
        await Archive.StoreAsync(
            News.Article(url: "https://a.example/en", title: "Elections", text: "The elections were held.", language: "en"),
            News.Article(url: "https://a.example/de", title: "Wahlen", text: "Die Wahlen fanden statt.", language: "de"),
            News.Article(url: "https://a.example/ja", title: "選挙", text: "東京都知事選挙が行われた。", language: "ja"),
            News.Article(url: "https://a.example/th", title: "ข่าว", text: "การเลือกตั้งทั่วไป", language: "th"));
        (await Archive.SearchAsync("election OR wahl OR 選挙 OR เลือกตั้ง")).Items.Count.ShouldBe(4);
        (await Archive.SearchAsync("都知事")).Items.Single().Language.ShouldBe("ja");
        (await Archive.SearchAsync("知都")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_a_saved_page_by_the_site_that_it_says_it_is_from()
    {
        await Archive.StoreAsync(
            News.Article(url: null, title: "Saved", canonicalUrl: "https://www.herald.example/harbour"),
            News.Article(url: "https://mirror.example/harbour", title: "Fetched", text: News.Bridge, canonicalUrl: "https://www.herald.example/bridge"));

        (await Archive.SearchAsync("site:herald.example")).Items.Single().Title.ShouldBe("Saved");
        (await Archive.SearchAsync("site:mirror.example")).Items.Single().Title.ShouldBe("Fetched");
    }

    [Fact]
    public async Task Marks_what_was_found_in_escaped_text()
    {
        await Archive.StoreOneAsync(News.Article(text: "<b>Ferries</b> leave & return."));
        (await Archive.SearchAsync("ferry")).Items.Single().Snippet.ShouldBe("&lt;b&gt;<mark>Ferries</mark>&lt;/b&gt; leave &amp; return.");
        (await Archive.SearchAsync("repair")).Items.Single().MarkedTitle.ShouldBe("Harbour closes for <mark>repairs</mark>");
    }

    private static Contracts.ArticleEnriched Report(int n, string gist, string word = "") => News.Article(
        url: $"https://site{n}.example/1", title: $"Report {n}", text: $"Report number {n} {word}.", gist: gist, published: News.Morning.AddMinutes(n - 600));

    private static Contracts.ArticleEnriched Harbour(int n, int published) => News.Article(
        url: $"https://a.example/{n}", title: $"Harbour {n}", text: $"The harbour number {n} " + string.Concat(Enumerable.Repeat("harbour ", n % 5)),
        published: News.Morning.AddDays(published - 10));
}

public sealed class SearchOnSqlite(PostgresFixture postgres) : SearchTests(DatabaseKind.Sqlite, postgres);

public sealed class SearchOnPostgres(PostgresFixture postgres) : SearchTests(DatabaseKind.Postgres, postgres);
