namespace Dateline.Enricher.Tests.Fingerprints;

public sealed class GistTests
{
    [Theory]
    [InlineData("2025")]
    [InlineData("9,000")]
    [InlineData("7.5")]
    [InlineData("10")]
    public void Numbers_are_not_what_an_article_is_about(string number) =>
        Of($"Ferry with {number} passengers aground", $"The ferry Halcyon ran aground with {number} passengers near Skerrin, and {number} blankets were sent.").ShouldNotContain(number);

    [Theory]
    [InlineData("A320")]
    [InlineData("5G")]
    [InlineData("G20")]
    public void A_name_with_a_number_in_it_is(string name) =>
        Of($"Council votes on {name}", $"The council of Skerrin voted on the {name} plan on Monday.").ShouldContain(name.ToLowerInvariant());

    private static string[] Of(string title, string text) =>
        [.. new ArticleEnricher().Enrich(title, text, "en", TestContext.Current.CancellationToken).Fingerprints.Gist.Select(term => term.Text)];
}
