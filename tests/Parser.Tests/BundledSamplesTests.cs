using Dateline.Contracts;

namespace Dateline.Parser.Tests;

public sealed class BundledSamplesTests
{
    private const string Files = "services/Host/samples/files";
    private const string Web = "services/Host/samples/web";

    private static ParseResult Read(string path, string? url = null) => Samples.Parser.Parse(
        new ParseInput { Bytes = File.ReadAllBytes(Repository.Path(path)), FileName = Path.GetFileName(path), Url = url },
        CancellationToken.None);

    private static Article Article(string path, string? url = null) => Read(path, url).ShouldBeOfType<ParseResult.Parsed>().Article;

    [Theory]
    [InlineData("01-port-velda-grain-terminal.txt", "Harbour Minister Ilse Tarrant reopened the grain terminal of Port Velda on Tuesday, two years after a fire destroyed…", "", "2025-05-06T00:00:00.0000000+00:00")]
    [InlineData("02-night-train-library.txt", "The night train that lends books", "Nora Quist", null)]
    [InlineData("03-kel-point-lighthouse.html", "Lighthouse at Kel Point to shine again in autumn", "Tom Averill", "2025-05-08T07:30:00.0000000+01:00")]
    [InlineData("04-kel-point-lighthouse-updated.html", "Lighthouse at Kel Point to shine again in September", "Tom Averill", "2025-05-08T07:30:00.0000000+01:00")]
    [InlineData("05-bee-census.md", "Every hive counts: the valley takes a census of its bees", "Ruben Ashdown", "2025-05-11T06:00:00.0000000+02:00")]
    [InlineData("06-observatory-reopens.json", "Observatory on Mount Harrow opens its dome to the public", "Priya Castellan, Jonas Reed", "2025-05-14T18:20:00.0000000+01:00")]
    [InlineData("07-tidal-power-vote.json", "Islanders vote for turbines in the Sound of Morra", "Callum Greer", "2025-05-16T21:12:00.0000000+00:00")]
    [InlineData("08-orchard-frost.html", "Fires in the orchards: how Sallow Green fought the May frost", "Beatrix Holloway", "2025-05-05T00:00:00.0000000+00:00")]
    [InlineData("09-moor-restoration.md", "Slowly, the moor above Dunnock fills with water", "", null)]
    [InlineData("10-hafenbahn.txt", "Die Hafenbahn von Brückhafen fährt nach vierunddreißig Jahren wieder", "", "2025-05-12T00:00:00.0000000+00:00")]
    [InlineData("11-marche-couvert.html", "À Saint-Orens-sur-Vère, le marché couvert renaît", "Clémence Aubrac", "2025-05-17T09:00:00.0000000+02:00")]
    [InlineData("12-faro-norte.md", "El último farero de Punta Norte se jubila, pero no se va", "Inés Carvajal", "2025-05-09T00:00:00.0000000+00:00")]
    [InlineData("13-river-museum.json", "Museum of the river moves onto the river", "Greta Lomond", "2025-05-13T10:15:00.0000000+00:00")]
    [InlineData("14-river-museum-syndicated.json", "Museum of the river moves onto the river", "Greta Lomond", "2025-05-14T05:30:00.0000000+00:00")]
    public void Reads_title_authors_and_date_of_each_file(string file, string title, string authors, string? published)
    {
        var article = Article($"{Files}/{file}");

        article.Title.ShouldBe(title);
        string.Join(", ", article.Authors).ShouldBe(authors);
        (article.Published?.Value.ToString("o")).ShouldBe(published);
        article.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Holds_fourteen_articles_and_one_file_that_is_none()
    {
        var fates = Directory.GetFiles(Repository.Path(Files)).Select(path => Read(Path.Combine(Files, Path.GetFileName(path)))).ToList();

        fates.Count(fate => fate is ParseResult.Parsed).ShouldBe(14);
        fates.OfType<ParseResult.Rejected>().ShouldHaveSingleItem().Reason.ShouldBe(RejectionReason.NotAnArticle);
    }

    [Fact]
    public void Reads_every_part_of_the_wire_text()
    {
        var article = Article($"{Files}/01-port-velda-grain-terminal.txt");

        article.TitleDerived.ShouldBeTrue();
        article.Dateline.ShouldBe(new Contracts.Dateline { Place = "Port Velda", Date = new DateOnly(2025, 5, 6), Agency = "CNS" });
        article.Blocks.Where(block => block.Kind == BlockKind.Heading).ShouldHaveSingleItem().Text.ShouldBe("Meeting of Ilse Tarrant and the growers' union");
        article.Blocks.Where(block => block.Kind == BlockKind.Caption).ShouldHaveSingleItem().Text.ShouldStartWith("Harbour Minister Ilse Tarrant");
        article.Text.ShouldNotContain("wet spring");
    }

    [Fact]
    public void Reads_the_wire_text_in_german()
    {
        var article = Article($"{Files}/10-hafenbahn.txt");

        article.Dateline.ShouldBe(new Contracts.Dateline { Place = "Brückhafen", Date = new DateOnly(2025, 5, 12), Agency = "NDB" });
        article.Text.ShouldNotContain("Lesen Sie auch");
    }

    [Fact]
    public void Gives_a_page_and_its_revision_one_address_and_two_texts()
    {
        var first = Article($"{Files}/03-kel-point-lighthouse.html");
        var second = Article($"{Files}/04-kel-point-lighthouse-updated.html");

        second.CanonicalUrl.ShouldBe(first.CanonicalUrl);
        second.Text.ShouldNotBe(first.Text);
    }

    [Fact]
    public void Gives_the_syndicated_copy_the_same_text_under_another_address()
    {
        var first = Article($"{Files}/13-river-museum.json");
        var second = Article($"{Files}/14-river-museum-syndicated.json");

        second.CanonicalUrl.ShouldNotBe(first.CanonicalUrl);
        second.Text.ShouldBe(first.Text);
    }

    [Theory]
    [InlineData("harbour-gazette.example/2025/05/night-ferry.html", "Night ferry to the islands returns after eleven years", "Maja Lind", "2025-05-22T17:10:00.0000000+01:00", 6)]
    [InlineData("harbour-gazette.example/2025/05/unknown-wreck.html", "Divers map a wreck that nobody had missed", "Otto Brandt", "2025-05-20T07:00:00.0000000+01:00", 6)]
    [InlineData("harbour-gazette.example/2025/05/crane-noise.html", "Council puts a price on the noise of the cranes", "Maja Lind", "2025-05-19T20:45:00.0000000+01:00", 5)]
    [InlineData("field-notes.example/notes/swift-boxes.html", "A hundred boxes for a hundred swifts", "Linnea Marsh", "2025-05-21T00:00:00.0000000+00:00", 5)]
    [InlineData("field-notes.example/notes/eel-ladder.html", "The eel that climbs a ladder of brushes", "Devin Okoro", "2025-05-18T00:00:00.0000000+00:00", 6)]
    [InlineData("field-notes.example/notes/dark-village.html", "The village that turned off its lamps", "Linnea Marsh", "2025-05-15T00:00:00.0000000+00:00", 4)]
    public void Reads_each_page_of_the_sample_sites_without_its_furniture(string path, string title, string author, string published, int bodyBlocks)
    {
        var article = Article($"{Web}/{path}", "http://" + path);

        article.Title.ShouldBe(title);
        article.Authors.ShouldBe([author]);
        article.Published!.Value.ToString("o").ShouldBe(published);
        article.Blocks.Count(block => block.Kind != BlockKind.Caption).ShouldBe(bodyBlocks);
    }

    [Theory]
    [InlineData("harbour-gazette.example/feed.xml")]
    [InlineData("field-notes.example/atom.xml")]
    public void Leaves_the_feeds_of_the_sample_sites_to_the_fetcher(string path) =>
        Read($"{Web}/{path}").ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.Feed);
}
