using Dateline.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Enricher.Tests;

public sealed class ArticleEnricherTests
{
    private readonly ArticleEnricher _enricher = new();

    [Fact]
    public void Enriches_an_article()
    {
        var enrichment = _enricher.Enrich(Articles.Bridge, TestContext.Current.CancellationToken);

        enrichment.Language.ShouldBe("en");
        enrichment.LanguageConfidence.ShouldBeGreaterThan(0.99);
        enrichment.Summary.ShouldBe(
            "The Kamuzu bridge will be closed for repairs until October, the roads authority said on Monday. "
            + "Engineers had found cracks in two of its pillars. About 9,000 drivers cross the bridge every day.");
        enrichment.Places.ShouldBe([new Place { Name = "Lilongwe", Country = "MW", Latitude = -14.0, Longitude = 33.8, Count = 2 }]);
        enrichment.Keywords.Select(keyword => keyword.Text).Take(3).ShouldBe(["bridge", "Kamuzu bridge", "cracks"]);
        enrichment.Reading.ShouldBe(new ReadingStatistics { Characters = 340, Words = 70, Sentences = 7, Minutes = 0.31 });
        enrichment.Fingerprints.Exact.Length.ShouldBe(64);
        enrichment.Fingerprints.MinHash.Count.ShouldBe(128);
        enrichment.EnricherVersion.ShouldBe(ArticleEnricher.Version);
    }

    [Fact]
    public void Gives_a_bare_text_the_fingerprints_of_the_article_it_is()
    {
        var article = _enricher.Enrich(Articles.Bridge, TestContext.Current.CancellationToken);
        var text = _enricher.Enrich(Articles.Bridge.Title, Articles.Bridge.Text, null, TestContext.Current.CancellationToken);

        text.Language.ShouldBe(article.Language);
        text.Fingerprints.Exact.ShouldBe(article.Fingerprints.Exact);
        text.Fingerprints.MinHash.ShouldBe(article.Fingerprints.MinHash);
    }

    [Fact]
    public void Uses_the_title_for_the_language_of_a_very_short_text() =>
        _enricher.Enrich("Bürgermeister verspricht neue Brücke für die Innenstadt", "Video", null, TestContext.Current.CancellationToken)
            .Language.ShouldBe("de");

    [Fact]
    public void Finds_nothing_in_an_empty_text()
    {
        var enrichment = _enricher.Enrich(null, "", null, TestContext.Current.CancellationToken);

        enrichment.Language.ShouldBe("und");
        enrichment.Summary.ShouldBeNull();
        enrichment.Keywords.ShouldBeEmpty();
        enrichment.Fingerprints.MinHash.ShouldBeEmpty();
        enrichment.Reading.ShouldBe(new ReadingStatistics { Characters = 0, Words = 0, Sentences = 0, Minutes = 0 });
    }

    [Fact]
    public void Stops_when_it_is_cancelled() =>
        Should.Throw<OperationCanceledException>(() => _enricher.Enrich(Articles.Bridge, new CancellationToken(canceled: true)));

    [Fact]
    public async Task Gives_every_thread_the_same_answer()
    {
        var expected = _enricher.Enrich(Articles.Bridge, TestContext.Current.CancellationToken).Keywords;

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ =>
            Task.Run(() => _enricher.Enrich(Articles.Bridge, TestContext.Current.CancellationToken).Keywords)));

        foreach (var answer in answers)
            answer.ShouldBe(expected);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\ud800")]
    [InlineData("\0")]
    [InlineData("\n")]
    [InlineData(". ")]
    [InlineData("中")]
    [InlineData("a\u0301")]
    [InlineData("A - ")]
    public void Survives_five_megabytes_of_the_same(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 5_000_000 / unit.Length));

        var enrichment = _enricher.Enrich(text[..100_000], text, null, TestContext.Current.CancellationToken);

        (enrichment.Summary?.Length ?? 0).ShouldBeLessThanOrEqualTo(600);
        enrichment.Keywords.ShouldAllBe(keyword => keyword.Text.Length <= 100);
    }

    [Fact]
    public void Survives_any_text() =>
        Prop.ForAll<string?, string?>((title, text) =>
        {
            var enrichment = _enricher.Enrich(title, text ?? "", null, CancellationToken.None);

            enrichment.LanguageConfidence.ShouldBeInRange(0, 1);
            enrichment.Reading.Words.ShouldBeLessThanOrEqualTo(text?.Length ?? 0);
        }).QuickCheckThrowOnFailure();
}
