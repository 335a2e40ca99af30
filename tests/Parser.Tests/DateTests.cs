using Dateline.Contracts;
using Dateline.Parser.Dates;

namespace Dateline.Parser.Tests;

public sealed class DateTests
{
    [Theory]
    [InlineData("2023-03-30T08:15:00Z", "2023-03-30T08:15:00.0000000+00:00")]
    [InlineData("2023-03-30T08:15:00+05:30", "2023-03-30T08:15:00.0000000+05:30")]
    [InlineData("2023-03-30 08:15:00 +0200", "2023-03-30T08:15:00.0000000+02:00")]
    [InlineData("2023-03-30T08:15:00.123Z", "2023-03-30T08:15:00.0000000+00:00")]
    [InlineData("Thu, 30 Mar 2023 08:15:00 GMT", "2023-03-30T08:15:00.0000000+00:00")]
    [InlineData("Thu, 30 Mar 2023 08:15:00 EST", "2023-03-30T08:15:00.0000000-05:00")]
    [InlineData("2023-03-30", "2023-03-30T00:00:00.0000000+00:00")]
    [InlineData("20230330", "2023-03-30T00:00:00.0000000+00:00")]
    [InlineData("30 March 2023", "2023-03-30T00:00:00.0000000+00:00")]
    [InlineData("Published: March 30th, 2023", "2023-03-30T00:00:00.0000000+00:00")]
    [InlineData("Jun 15 2022", "2022-06-15T00:00:00.0000000+00:00")]
    [InlineData("March 30, 2023 at 4:05 pm", "2023-03-30T16:05:00.0000000+00:00")]
    [InlineData("12:30 a.m.", null)]
    [InlineData("March 30, 2023, 12:05 AM", "2023-03-30T00:05:00.0000000+00:00")]
    [InlineData("3. März 2023, 14:05 Uhr", "2023-03-03T14:05:00.0000000+00:00")]
    [InlineData("1er avril 2023", "2023-04-01T00:00:00.0000000+00:00")]
    [InlineData("3 de marzo de 2023", "2023-03-03T00:00:00.0000000+00:00")]
    [InlineData("3 de março de 2023", "2023-03-03T00:00:00.0000000+00:00")]
    [InlineData("3 maggio 2023", "2023-05-03T00:00:00.0000000+00:00")]
    [InlineData("3 mei 2023", "2023-05-03T00:00:00.0000000+00:00")]
    [InlineData("3 мая 2023", "2023-05-03T00:00:00.0000000+00:00")]
    [InlineData("mar. 14 mars 2023", "2023-03-14T00:00:00.0000000+00:00")]
    [InlineData("31.12.2023", "2023-12-31T00:00:00.0000000+00:00")]
    [InlineData("31/12/2023", "2023-12-31T00:00:00.0000000+00:00")]
    [InlineData("31 | 12 | 2023", "2023-12-31T00:00:00.0000000+00:00")]
    [InlineData("12/31/2023", "2023-12-31T00:00:00.0000000+00:00")]
    [InlineData("03/04/2023", null)]
    [InlineData("2023-02-30", null)]
    [InlineData("30 Smarch 2023", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData("0000-00-00 00:00:00", null)]
    public void Reads_dates_and_prefers_none_to_a_wrong_one(string text, string? expected) =>
        (DateParser.Parse(text)?.Value.ToString("o")).ShouldBe(expected);

    [Theory]
    [InlineData("en-US", 3, 4)]
    [InlineData("en-GB", 4, 3)]
    [InlineData("fr", 4, 3)]
    public void Lets_the_language_decide_between_day_and_month(string language, int month, int day) =>
        DateParser.Parse("03/04/2023", language)!.Value.Value.Date.ShouldBe(new DateTime(2023, month, day));

    [Theory]
    [InlineData("2023", DatePrecision.Year)]
    [InlineData("2023-03", DatePrecision.Month)]
    [InlineData("March 2023", DatePrecision.Month)]
    [InlineData("2023-03-30", DatePrecision.Day)]
    [InlineData("2023-03-30T10:00Z", DatePrecision.Minute)]
    [InlineData("2023-03-30T10:00:00Z", DatePrecision.Second)]
    public void Is_as_precise_as_the_text(string text, DatePrecision precision) =>
        DateParser.Parse(text)!.Value.Precision.ShouldBe(precision);

    [Fact]
    public void Says_when_the_zone_was_assumed()
    {
        DateParser.Parse("2023-03-30 10:00")!.Value.ZoneKnown.ShouldBeFalse();
        DateParser.Parse("2023-03-30 10:00 CET")!.Value.ZoneKnown.ShouldBeTrue();
    }

    [Fact]
    public void Does_not_believe_an_abbreviation_that_means_several_zones() =>
        DateParser.Parse("30 March 2023 10:00 IST")!.Value.ZoneKnown.ShouldBeFalse();
}
