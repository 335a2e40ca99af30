using System.Text;

namespace Dateline.Parser.Tests.Html;

/// <summary>
/// Pages broken at random, the same way every time: each must end as an article or a rejection, and cost no more memory than
/// a page of its size may.
/// </summary>
public sealed class MutationTests
{
    private const int Mutants = 150;

    /// <summary>A whole page costs some 40 bytes a byte; the model's numbers for pages of nothing but short lines are the rest.</summary>
    private const long MaxBytesAByte = 200;

    private static readonly string[] Seeds =
    [
        Samples.Page("<title>Town to lengthen breakwater</title><meta property='og:type' content='article'>", $"<article><h1>Town to lengthen breakwater</h1><time datetime='2024-03-05T18:30:00+01:00'>5 March 2024</time>{Samples.Story}</article>"),
        Samples.Page("<title>Minutes</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Minutes\",\"datePublished\":\"2024-03-05\",\"author\":[{\"name\":\"Maren Holt\"}]}</script>", $"<table><tr><th>Motion</th><th>Votes</th></tr><tr><td>Breakwater</td><td>7</td></tr><tr><td>Mooring fees</td><td>5</td></tr></table>{Samples.Story}<ul><li>One<li>Two</ul>"),
        Samples.Page("<style>p{}</style><script>if (a < b) document.write('<p>')</script>", $"<center><font size=2>{Samples.Story.Replace("<p>", "<br><br>", StringComparison.Ordinal)}<blockquote>Said<svg><title>x</title><path d='M0'/></svg>so</blockquote></font></center>"),
    ];

    private static readonly string[] Parts =
    [
        "<", ">", "</", "\"", "'", "<!--", "-->", "<script>", "</script>", "<style>", "<table>", "</table>", "<tr>", "<td>", "<p>", "</p>", "<a href=", "<b>", "</b>", "<svg>", "</svg>", "<math>", "<select>",
        "<template>", "<form>", "<plaintext>", "<title>", "<textarea>", "<noscript>", "<iframe>", "<li>", "<frameset>", "</body>", "</html>", "<![CDATA[", "]]>", "<?", "&", "&#x110000;", "&amp", "\0", "\uFEFF", "\u2028", "{", "}", "[", "]", ",", "\\",
        "<meta charset=utf-16>", "<base href='//'>", "2024-99-99T99:99", "\t\t\t\t", "\r",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_broken_page_is_an_article_or_a_rejection(int seed)
    {
        var random = new Random(seed);
        for (var mutant = 0; mutant < Mutants; mutant++)
        {
            var page = Mutate(Seeds[seed], random);
            var bytes = Encoding.UTF8.GetBytes(page);
            if (mutant % 3 == 0)
                Damage(bytes, random);

            var (result, used) = Parse(bytes);
            if (used / (bytes.Length + 50_000) >= MaxBytesAByte)
                (_, used) = Parse(bytes); // what is made once, such as the model or a pattern's automaton, is not the page's

            (result is ParseResult.Parsed { Article.Blocks.Count: > 0 } or ParseResult.Rejected { Detail.Length: > 0 }).ShouldBeTrue($"mutant {mutant}:\n{page}");
            (used / (bytes.Length + 50_000)).ShouldBeLessThan(MaxBytesAByte, $"mutant {mutant} used {used} bytes:\n{page}");
        }
    }

    private static (ParseResult Result, long Allocated) Parse(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Samples.Parser.Parse(new ParseInput { Bytes = bytes, FileName = "a.html", Url = "https://courier.example/news/1" }, CancellationToken.None);
        return (result, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Mutate(string page, Random random)
    {
        var text = new StringBuilder(page);
        for (var change = random.Next(1, 30); change > 0; change--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 200), text.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, Math.Min(length, text.Length - 1));
                    break;
                case 1:
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, string.Concat(Enumerable.Repeat(Parts[random.Next(Parts.Length)], random.Next(1, 60))));
                    break;
                default:
                    text.Insert(at, Parts[random.Next(Parts.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Damage(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 20); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
    }
}
