using Dateline.Enricher.Datelines;

namespace Dateline.Enricher.Tests.Datelines;

public sealed class DatelinePrefixTests
{
    [Theory]
    [InlineData("New Delhi, 30 March 2023 (TDI): |The minister arrived.")]
    [InlineData("KIGALI, Jun 15 2022 (IPS) - |A few years ago it began.")]
    [InlineData("BERLIN (dpa) - |Die Regierung hat entschieden.")]
    [InlineData("PARIS, 12 mars (AFP) – |Le gouvernement a tranché.")]
    [InlineData("RIO DE JANEIRO — |O governo decidiu.")]
    [InlineData("МОСКВА, 5 марта. /ТАСС/. |Правительство решило.")]
    [InlineData("BEIJING, March 5 (Xinhua) -- |The government decided.")]
    [InlineData("(Reuters) - |Shares fell on Monday.")]
    [InlineData("Cape Town - |The council voted.")]
    [InlineData("CAIRO - 17 July 2022: |The authority kept its seat.")]
    public void Ends_where_the_story_begins(string marked)
    {
        var parts = marked.Split('|');
        var text = parts[0] + parts[1];

        text[DatelinePrefix.Length(text)..].ShouldBe(parts[1]);
    }

    [Theory]
    [InlineData("The minister arrived – and left again.")]
    [InlineData("Voters had one question: who pays?")]
    [InlineData("He said: nothing.")]
    [InlineData("A well-known singer died on Monday.")]
    [InlineData("")]
    [InlineData("LONDON — ")]
    public void Is_not_seen_in_prose(string text) => DatelinePrefix.Length(text).ShouldBe(0);

    [Fact]
    public void Is_recognised_by_the_place_that_the_parser_read()
    {
        const string text = "Lower Snodbury: The fair was a success.";

        DatelinePrefix.Length(text).ShouldBe(0);
        DatelinePrefix.Length(text, "Lower Snodbury").ShouldBe("Lower Snodbury: ".Length);
    }
}
