using Dateline.Persistence;
using Dateline.Storage.Revisions;
using Dateline.Testing;

namespace Dateline.Storage.Tests;

public abstract class RevisionTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    [Fact]
    public async Task Flags_an_edit_that_changed_the_headline_and_shortened_the_text()
    {
        var stored = await Archive.StoreOneAsync(News.Article(title: "Minister: “Bridge is safe”", text: News.Bridge));
        await Archive.StoreOneAsync(News.Article(title: "Bridge closed", text: News.Bridge[..^160], fetchedMinute: 5));
        (await RevisionsAsync(stored.ArticleId))[0].Change!.Flags.ShouldBe(["headline", "shortened"]);
    }

    [Fact]
    public async Task Flags_no_addition_and_no_new_quotation_marks()
    {
        var stored = await Archive.StoreOneAsync(News.Article(title: "Minister: “Bridge is safe”", text: News.Bridge));
        await Archive.StoreOneAsync(News.Article(title: "Minister: 'Bridge is safe'", text: News.Bridge + " Buses run every hour.", fetchedMinute: 5));
        (await RevisionsAsync(stored.ArticleId))[0].Change!.Flags.ShouldBeEmpty();
    }

    [Fact]
    public async Task Flags_nothing_when_the_same_document_was_read_anew()
    {
        var message = News.Article(title: "Bridge closed");
        var stored = await Archive.StoreOneAsync(message);
        await Archive.StoreOneAsync(News.Article(title: "Bridge at Torvik closed", document: message.Document.Id, run: 1));
        (await RevisionsAsync(stored.ArticleId))[0].Change!.Flags.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_what_an_article_said_at_a_moment()
    {
        var stored = await Archive.StoreOneAsync(News.Article(title: "One"));
        await Archive.StoreOneAsync(News.Article(title: "Two", fetchedMinute: 10));
        await Archive.StoreOneAsync(News.Article(title: "Three", fetchedMinute: 20));

        (await TitleAsync(0)).ShouldBeNull();
        (await TitleAsync(1)).ShouldBe("One");
        (await TitleAsync(10)).ShouldBe("One");
        (await TitleAsync(11)).ShouldBe("Two");
        (await TitleAsync(99)).ShouldBe("Three");

        async Task<string?> TitleAsync(int minute) =>
            (await Archive.Get<RevisionReader>().AsOfAsync(stored.ArticleId, News.Morning.AddMinutes(minute).UtcDateTime, CancellationToken.None))!.Items.SingleOrDefault()?.Title;
    }

    [Fact]
    public async Task Compares_word_by_word()
    {
        var stored = await Archive.StoreOneAsync(News.Article(title: null, text: "The quay closes for three weeks."));
        await Archive.StoreOneAsync(News.Article(title: null, text: "The quay closes for four long weeks.", fetchedMinute: 5));
        var words = (await RevisionsAsync(stored.ArticleId, words: true))[0].Change!.Words!;
        words.ShouldBe([new("same", "The quay closes for "), new("removed", "three"), new("added", "four long"), new("same", " weeks.")]);
    }

    private async Task<IReadOnlyList<ArticleRevision>> RevisionsAsync(Guid id, bool words = false) =>
        (await Archive.Get<RevisionReader>().FindAsync(id, CancellationToken.None, words))!.Items;
}

public sealed class RevisionsOnSqlite(PostgresFixture postgres) : RevisionTests(DatabaseKind.Sqlite, postgres);

public sealed class RevisionsOnPostgres(PostgresFixture postgres) : RevisionTests(DatabaseKind.Postgres, postgres);
