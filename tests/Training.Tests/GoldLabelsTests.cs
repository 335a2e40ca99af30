using Dateline.Parser;
using Dateline.Parser.Formats;
using Dateline.Training.Extraction;

namespace Dateline.Training.Tests;

/// <summary>Which passages count as the article when only its text is known.</summary>
public sealed class GoldLabelsTests
{
    private const string Story = "The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres.";

    private static readonly string Links = string.Concat(Enumerable.Range(0, 8).Select(i => $"<li><a href='/{i}'>Other news of day {i} from the town</a></li>"));

    [Fact]
    public void A_teaser_that_says_a_paragraph_again_is_no_part_of_the_article() =>
        Labels($"<aside><p>{Story}</p></aside><ul>{Links}</ul><div><p>{Story}</p><p>Work will begin in spring, once the herring season is over.</p></div>",
            $"{Story}\nWork will begin in spring, once the herring season is over.").ShouldBe("0 0 0 0 0 0 0 0 0 1 1");

    [Fact]
    public void A_line_of_a_few_words_counts_where_the_article_has_it_as_a_line() =>
        Labels($"<p>{Story}</p><p>Share this</p><h2>What comes next</h2>", $"{Story}\nWhat comes next").ShouldBe("1 0 1");

    private static string Labels(string body, string text)
    {
        var page = System.Text.Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>");
        var (passages, _) = HtmlReader.ReadPassages(page, new ParserOptions()).ShouldNotBeNull();
        return string.Join(' ', GoldLabels.Of(new GoldPage("set", "a.html", "a.example", text, null, [], []), passages));
    }
}
