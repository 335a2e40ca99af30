using System.Text;
using Dateline.Contracts;

namespace Dateline.Parser.Tests;

/// <summary>Parses what a test wrote down, the way the consumer does.</summary>
internal static class Samples
{
    public static readonly DocumentParser Parser = new(new ParserOptions());

    public static ParseResult Parse(string text, string? name = null, string? url = null, string? mediaType = null, FeedHints? feed = null, ResponseFacts? response = null) =>
        Parser.Parse(new ParseInput { Bytes = Encoding.UTF8.GetBytes(text), FileName = name, Url = url, MediaType = mediaType, Feed = feed, Response = response }, CancellationToken.None);

    public static Article Article(string text, string? name = null, string? url = null, string? mediaType = null, FeedHints? feed = null, ResponseFacts? response = null)
    {
        var result = Parse(text, name, url, mediaType, feed, response);
        return result.ShouldBeOfType<ParseResult.Parsed>((result as ParseResult.Rejected)?.Detail).Article;
    }

    public static ParseResult.Rejected Rejected(string text, string? name = null, string? url = null) =>
        Parse(text, name, url).ShouldBeOfType<ParseResult.Rejected>();

    /// <summary>A page around a story: header, navigation, the story's markup, related links, footer.</summary>
    public static string Page(string head, string body) => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>
        <header><a href="/">The Lakeside Courier</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
        {body}
        <aside><h3>Most read</h3><ul><li><a href="/1">Ferry strike enters second week</a></li><li><a href="/2">School roof to be mended</a></li></ul></aside>
        <footer><p>© The Lakeside Courier. All rights reserved.</p></footer></body></html>
        """;

    public const string Story = """
        <p>The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a dispute that had divided the town for more than three years.</p>
        <p>Work will begin in spring, once the herring season is over, and should take eleven months, the board's chair, Maren Holt, told reporters after the meeting on Tuesday evening.</p>
        <p>Fishing crews had asked for the wall since a storm sank two moored boats, while hotel owners feared that it would hide the view over the bay from the promenade.</p>
        <p>The state will pay sixty per cent of the cost of nine million crowns. The town has to find the rest, and will raise the mooring fees for yachts to do so, Holt said.</p>
        """;
}
