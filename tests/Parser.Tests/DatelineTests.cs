namespace Dateline.Parser.Tests;

public sealed class DatelineTests
{
    private const string Rest = "The council of the town voted on Tuesday to lengthen its harbour wall by forty metres, officials said.";

    [Theory]
    [InlineData("WASHINGTON (AP) — ", "WASHINGTON", null, "AP")]
    [InlineData("PARIS, March 3 (Reuters) - ", "PARIS", null, "Reuters")]
    [InlineData("PARIS, March 3, 2023 (AFP) - ", "PARIS", "2023-03-03", "AFP")]
    [InlineData("New Delhi, Mar 30 (PTI) ", "New Delhi", null, "PTI")]
    [InlineData("New Delhi [India], March 30 (ANI): ", "New Delhi [India]", null, "ANI")]
    [InlineData("BEIJING, April 5 (Xinhua) -- ", "BEIJING", null, "Xinhua")]
    [InlineData("MOSCOW, March 14. /TASS/. ", "MOSCOW", null, "TASS")]
    [InlineData("KIGALI, Jun 15 2022 (IPS) - ", "KIGALI", "2022-06-15", "IPS")]
    [InlineData("Oyam & Gulu, Uganda , Jun 14 2022 (IPS) - ", "Oyam & Gulu, Uganda", "2022-06-14", "IPS")]
    [InlineData("New Delhi, 30 March 2023 (TDI): ", "New Delhi", "2023-03-30", "TDI")]
    [InlineData("Berlin (dpa) - ", "Berlin", null, "dpa")]
    [InlineData("Madrid, 3 mar (EFE).- ", "Madrid", null, "EFE")]
    [InlineData("Paris, 3 mars 2023 (AFP) - ", "Paris", "2023-03-03", "AFP")]
    [InlineData("CAIRO – 26 July 2022: ", "CAIRO", "2022-07-26", null)]
    [InlineData("KUWAIT CITY, July 24: ", "KUWAIT CITY", null, null)]
    [InlineData("NEW YORK, March 3, 2023 /PRNewswire/ -- ", "NEW YORK", "2023-03-03", "PRNewswire")]
    [InlineData("LONDON--(BUSINESS WIRE)--", "LONDON", null, "BUSINESS WIRE")]
    [InlineData("AMMAN — ", "AMMAN", null, null)]
    [InlineData("Cape Town - ", "Cape Town", null, null)]
    [InlineData("Mumbai, India – ", "Mumbai, India", null, null)]
    [InlineData("ANAHEIM, Calif. --", "ANAHEIM, Calif.", null, null)]
    [InlineData("LEON, GUANAJUATO.- ", "LEON, GUANAJUATO", null, null)]
    [InlineData("МОСКВА, 14 марта 2023 /ТАСС/. ", "МОСКВА", "2023-03-14", "ТАСС")]
    [InlineData("Karlstadt, (12.11.2021). ", "Karlstadt", "2021-11-12", null)]
    public void Reads_the_shapes_of_the_agencies(string line, string place, string? date, string? agency)
    {
        var dateline = Samples.Parser.FromText(line + Rest, title: null, publishedAt: null).Dateline.ShouldNotBeNull();

        dateline.Place.ShouldBe(place);
        dateline.Date?.ToString("yyyy-MM-dd").ShouldBe(date);
        dateline.Agency.ShouldBe(agency);
    }

    [Theory]
    [InlineData("BREAKING: ")]
    [InlineData("Opinion – ")]
    [InlineData("UPDATE - ")]
    [InlineData("The Anti-Corruption Commission (ACC) has said: ")]
    [InlineData("National Police Agency (NPA) Director-General Tem said so. ")]
    [InlineData("On March 3, 2023: ")]
    [InlineData("Ilse Tarrant (17.07.1954) ")]
    public void Takes_no_label_or_name_for_a_place(string line) =>
        Samples.Parser.FromText(line + Rest, title: null, publishedAt: null).Dateline.ShouldBeNull();

    /// <summary>Unusual: the paper's or an organisation's name before the dash where a place would stand.</summary>
    [Theory]
    [InlineData("Harbour Watch International – The disappearance of fishing grounds is the latest worry on the coast.")]
    [InlineData("TODAY LAKESIDE – A storm made landfall in the south of the county at nine on Friday night.")]
    public void Takes_no_name_of_an_organisation_for_a_place(string text) =>
        Samples.Parser.FromText(text, null, null).Dateline.ShouldBeNull();

    [Fact]
    public void Gives_a_dateline_without_a_year_the_year_of_the_documents_other_date()
    {
        var published = new DateTimeOffset(2022, 1, 2, 6, 0, 0, TimeSpan.Zero);

        var article = Samples.Parser.FromText("HEFEI, Dec 31 (Xinhua) -- " + Rest, title: null, published);

        article.Dateline!.Date.ShouldBe(new DateOnly(2021, 12, 31));
    }

    [Fact]
    public void Leaves_a_dateline_without_a_year_undated_when_nothing_gives_one() =>
        Samples.Parser.FromText("HEFEI, Dec 31 (Xinhua) -- " + Rest, title: null, publishedAt: null).Published.ShouldBeNull();

    [Fact]
    public void Cuts_nothing_out_of_a_text_that_was_given_as_text()
    {
        const string text = "  AMMAN — The king spoke.\r\n\r\nAlso read: Another story\r\n";

        Samples.Parser.FromText(text, title: null, publishedAt: null).Text.ShouldBe(text);
    }
}
