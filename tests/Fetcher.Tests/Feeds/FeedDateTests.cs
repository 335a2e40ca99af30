using System.Globalization;
using Dateline.Fetcher.Feeds;

namespace Dateline.Fetcher.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("2024-05-14T09:15:00Z", "2024-05-14T09:15:00+00:00")]
    [InlineData("2024-05-14T09:15:00.25+05:30", "2024-05-14T09:15:00.25+05:30")]
    [InlineData("2024-05-14 09:15", "2024-05-14T09:15:00+00:00")]
    [InlineData("2024-05", "2024-05-01T00:00:00+00:00")]
    [InlineData("20240514", "2024-05-14T00:00:00+00:00")]
    [InlineData("2024-135", "2024-05-14T00:00:00+00:00")]
    [InlineData("Tue, 14 May 2024 09:15:00 GMT", "2024-05-14T09:15:00+00:00")]
    [InlineData("14 May 24 09:15 EST", "2024-05-14T09:15:00-05:00")]
    [InlineData("Tue May 14 09:15:00 +0200 2024", "2024-05-14T09:15:00+02:00")]
    [InlineData("Tue May 14 2024 09:15:00 GMT+0300 (Moscow Standard Time)", "2024-05-14T09:15:00+03:00")]
    [InlineData("May 14th, 2024 - 9:15pm", "2024-05-14T21:15:00+00:00")]
    [InlineData("05/14/2024 12:05 am", "2024-05-14T00:05:00+00:00")]
    [InlineData("14.05.2024 09:15", "2024-05-14T09:15:00+00:00")]
    [InlineData("mar., 03 déc. 2024 09:15:00 +0100", "2024-12-03T09:15:00+01:00")]
    [InlineData("5 mar. 2024", "2024-03-05T00:00:00+00:00")]
    [InlineData("Di, 14 Mai 2024 09:15:00 +0200", "2024-05-14T09:15:00+02:00")]
    [InlineData("1715678100", "2024-05-14T09:15:00+00:00")]
    public void Reads_a_date_as_feeds_write_it(string text, string expected) =>
        FeedDate.Parse(text).ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2024-02-30")]
    [InlineData("Tue, 41 May 2024 09:15:00 GMT")]
    [InlineData("Tue, 14 May 2024 25:15:00 GMT")]
    [InlineData("Tue, 14 May 2024 09:15:00 +00:xx")]
    [InlineData("Tue, 14 May 2024 09:15:00 -9900")]
    [InlineData("14 Brumbleary 2024")]
    public void Guesses_nothing_where_there_is_no_date(string text) => FeedDate.Parse(text).ShouldBeNull();
}
