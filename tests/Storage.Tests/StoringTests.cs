using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Revisions;
using Dateline.Storage.Search;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests;

public abstract class StoringTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    [Fact]
    public async Task Stores_a_new_article()
    {
        var stored = await Archive.StoreOneAsync(News.Article());
        stored.Outcome.ShouldBe(StoreOutcome.Stored);
        stored.Revision.ShouldBe(1);
        (await CountAsync()).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task Answers_a_redelivered_message_as_the_first_time()
    {
        var original = News.Article();
        var copy = News.Article(url: "https://mirror.example/harbour", fetchedMinute: 1);
        await Archive.StoreOneAsync(original);
        var first = await Archive.StoreOneAsync(copy);
        await Archive.StoreOneAsync(News.Article(url: "https://mirror.example/harbour", title: "New title", fetchedMinute: 2));

        (await Archive.StoreOneAsync(copy)).ShouldBe(first);
        first.Outcome.ShouldBe(StoreOutcome.Duplicate);
        (await CountAsync()).ShouldBe((2, 1, 3));
    }

    [Fact]
    public async Task Answers_both_of_a_message_that_stands_twice_in_a_batch()
    {
        var message = News.Article();
        var answers = await Archive.StoreAsync(message, message);
        answers[1].ShouldBe(answers[0]);
        (await CountAsync()).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task Leaves_an_article_alone_when_nothing_changed()
    {
        await Archive.StoreOneAsync(News.Article());
        var again = await Archive.StoreOneAsync(News.Article(fetchedMinute: 5));
        again.Outcome.ShouldBe(StoreOutcome.Unchanged);
        again.Reason.ShouldBeNull();
        (await CountAsync()).ShouldBe((1, 0, 2));
    }

    [Fact]
    public async Task Keeps_what_an_article_said_before()
    {
        var first = await Archive.StoreOneAsync(News.Article());
        var second = await Archive.StoreOneAsync(News.Article(
            title: "Harbour closes for four weeks", text: News.Harbour.Replace("three weeks", "four weeks"), fetchedMinute: 5));

        second.Outcome.ShouldBe(StoreOutcome.Revised);
        second.ArticleId.ShouldBe(first.ArticleId);
        second.Revision.ShouldBe(2);
        second.Reason.ShouldBe("Changed: title, text; 3 words added, 2 removed.");

        var revisions = (await Archive.Get<RevisionReader>().FindAsync(first.ArticleId, CancellationToken.None))!.Items;
        revisions.Select(revision => (revision.Number, revision.Current, revision.Title)).ShouldBe(
            [(2, true, "Harbour closes for four weeks"), (1, false, "Harbour closes for repairs")]);
        revisions[0].Change!.Fields.ShouldBe(["title", "text"]);
        revisions[0].Change!.Diff.ShouldBe(
            "@@ -1,1 +1,1 @@\n-Harbour closes for [-repairs-]\n+Harbour closes for {+four weeks+}\n"
            + "@@ -3,1 +3,1 @@\n-" + News.Harbour.Replace("three", "[-three-]") + "\n+" + News.Harbour.Replace("three", "{+four+}") + "\n");
        revisions[1].Text.ShouldBe(News.Harbour);
        revisions[1].Change.ShouldBeNull();
    }

    [Fact]
    public async Task Finds_an_article_by_its_new_words_only()
    {
        await Archive.StoreOneAsync(News.Article());
        await Archive.StoreOneAsync(News.Article(text: News.Harbour.Replace("divers", "robots"), fetchedMinute: 5));
        (await Archive.SearchAsync("robots")).Items.Count.ShouldBe(1);
        (await Archive.SearchAsync("divers")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Never_lets_an_older_document_overwrite_a_newer_one()
    {
        await Archive.StoreOneAsync(News.Article(title: "New", fetchedMinute: 5));
        var late = await Archive.StoreOneAsync(News.Article(title: "Old"));
        late.Outcome.ShouldBe(StoreOutcome.Unchanged);
        late.Reason!.ShouldContain("A newer document");
        (await Archive.SearchAsync()).Items.Single().Title.ShouldBe("New");
    }

    [Fact]
    public async Task Knows_the_newest_document_even_when_it_changed_nothing()
    {
        await Archive.StoreOneAsync(News.Article(title: "Current"));
        await Archive.StoreOneAsync(News.Article(title: "Current", fetchedMinute: 9));
        (await Archive.StoreOneAsync(News.Article(title: "In between", fetchedMinute: 5))).Outcome.ShouldBe(StoreOutcome.Unchanged);
        (await Archive.SearchAsync()).Items.Single().Title.ShouldBe("Current");
    }

    [Fact]
    public async Task Comes_to_the_same_in_whatever_order_documents_arrive()
    {
        ArticleEnriched[] versions = [.. Enumerable.Range(0, 4).Select(n => News.Article(title: $"Version {n}", fetchedMinute: n))];
        await Archive.StoreAsync(versions[2], versions[0]);
        await Archive.StoreAsync(versions[3], versions[1]);
        (await Archive.SearchAsync()).Items.Single().Title.ShouldBe("Version 3");
    }

    [Fact]
    public async Task Takes_what_a_replay_found_out_without_a_new_revision()
    {
        var message = News.Article();
        await Archive.StoreOneAsync(message);
        var replayed = await Archive.StoreOneAsync(News.Article(document: message.Document.Id, run: 1, enricherVersion: "2"));

        replayed.Outcome.ShouldBe(StoreOutcome.Unchanged);
        replayed.Revision.ShouldBe(1);
        (await ViewAsync(replayed.ArticleId)).EnricherVersion.ShouldBe("2");
        (await Archive.SearchAsync("harbour")).Total.Value.ShouldBe(1);
    }

    [Fact]
    public async Task Makes_revisions_inside_one_batch()
    {
        var answers = await Archive.StoreAsync(
            News.Article(title: "One"), News.Article(title: "Two", fetchedMinute: 1), News.Article(title: "Three", fetchedMinute: 2));
        answers.Select(answer => (answer.Outcome, answer.Revision)).ShouldBe(
            [(StoreOutcome.Stored, 1), (StoreOutcome.Revised, 2), (StoreOutcome.Revised, 3)]);
        (await CountAsync()).ShouldBe((1, 2, 3));
        (await Archive.SearchAsync("title:three")).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_text_without_an_address_is_the_same_article()
    {
        var first = await Archive.StoreOneAsync(News.Article(url: null));
        var second = await Archive.StoreOneAsync(News.Article(url: null, fetchedMinute: 1));
        second.ArticleId.ShouldBe(first.ArticleId);
        second.Outcome.ShouldBe(StoreOutcome.Unchanged);
    }

    [Fact]
    public async Task Stores_text_that_databases_refuse()
    {
        var stored = await Archive.StoreOneAsync(News.Article(title: "Nul \0 here", text: "Lone \uD83D surrogate and \0 nul.", authors: ["A\0B"], sourceTitle: "\uDC00"));
        var view = await ViewAsync(stored.ArticleId);
        view.Title.ShouldBe("Nul \uFFFD here");
        view.Text.ShouldBe("Lone \uFFFD surrogate and \uFFFD nul.");
        view.Authors.ShouldBe(["A\uFFFDB"]);
    }

    [Fact]
    public async Task Gives_back_everything_that_came()
    {
        var message = News.Article(published: new DateTimeOffset(2024, 5, 5, 0, 0, 0, TimeSpan.Zero), text: "One & <two>.\n\nThree 𠮷.");
        message = message with
        {
            Article = message.Article with
            {
                Blocks = [new Block { Kind = BlockKind.Heading, Level = 2, Text = "Head" }, .. message.Article.Blocks],
                Dateline = new Contracts.Dateline { Place = "Lindby", Date = new DateOnly(2024, 5, 5), Agency = "LNA" },
                DateCandidates = [message.Article.Published!],
                Warnings = ["odd"],
                Confidence = 0.5,
            },
            Enrichment = message.Enrichment with
            {
                Summary = "One.",
                Entities = [new Entity { Text = "Lindby", Canonical = "Lindby", Type = "place", Mentions = [new Mention(0, 6)] }],
                Places = [new Place { Name = "Lindby", Country = "SE", Latitude = 1.5, Longitude = 2.5 }],
                Keywords = [new Keyword("harbour", 0.7)],
                Topics = [new Topic("04", "Economy", 0.9)],
                Quotes = [new Quote("Yes", "Mara Lind")],
                Sentiment = -0.25,
            },
        };

        var stored = await Archive.StoreOneAsync(message);
        var view = await ViewAsync(stored.ArticleId);

        view.Blocks.ShouldBe(message.Article.Blocks);
        view.Text.ShouldBe(message.Article.Text);
        view.Dateline.ShouldBe(message.Article.Dateline);
        view.Dates.ShouldBe(message.Article.DateCandidates);
        view.PublishedAt.ShouldBe(new DateTime(2024, 5, 5, 0, 0, 0, DateTimeKind.Utc));
        view.PublishedAt!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        view.PublishedPrecision.ShouldBe("day");
        view.Entities.Single().Mentions.ShouldBe([new Mention(0, 6)]);
        view.Places.ShouldBe(message.Enrichment.Places);
        view.Keywords.ShouldBe(message.Enrichment.Keywords);
        view.Topics.ShouldBe(message.Enrichment.Topics);
        view.Quotes.ShouldBe(message.Enrichment.Quotes);
        view.Sentiment.ShouldBe(-0.25);
        view.Summary.ShouldBe("One.");
        view.Confidence.ShouldBe(0.5);
        view.Warnings.ShouldBe(["odd"]);
        view.TraceId.ShouldBe("0af7651916cd43dd8448eb211c80319c");
        view.Documents.Single().DocumentId.ShouldBe(message.Document.Id);
    }

    [Fact]
    public async Task Several_writers_at_once_store_each_article_once()
    {
        ArticleEnriched[] messages = [.. Enumerable.Range(0, 40).Select(n => News.Article(url: $"https://a.example/{n % 20}", title: $"Title {n % 20}", text: $"Words {n % 20}"))];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Archive.StoreAsync(messages))));
        (await CountAsync()).ShouldBe((20, 0, 40));
    }

    private async Task<ArticleView> ViewAsync(Guid id) => (await Archive.Get<ArticleReader>().FindAsync(id, CancellationToken.None))!;

    private Task<(int Articles, int Revisions, int Arrivals)> CountAsync() => Archive.ReadAsync(async (db, token) =>
        (await db.Articles.CountAsync(token), await db.Revisions.CountAsync(token), await db.Arrivals.CountAsync(token)));
}

public sealed class StoringOnSqlite(PostgresFixture postgres) : StoringTests(DatabaseKind.Sqlite, postgres);

public sealed class StoringOnPostgres(PostgresFixture postgres) : StoringTests(DatabaseKind.Postgres, postgres);
