using System.Globalization;
using System.Text.Json;

namespace Dateline.Benchmarks;

/// <summary>An article as somebody would upload it: a quarter each as wire text, page, Markdown and JSON.</summary>
internal sealed record ArticleFile(string Name, string MediaType, string Content)
{
    public static ArticleFile Of(int number)
    {
        var article = ArticleWriter.Write(number);
        return (number % 4) switch
        {
            0 => new($"{number}.txt", "text/plain", Wire(article)),
            1 => new($"{number}.html", "text/html", Page(article)),
            2 => new($"{number}.md", "text/markdown", Markdown(article)),
            _ => new($"{number}.json", "application/json", Json(article)),
        };
    }

    /// <summary>The article with a number, always as a page.</summary>
    public static string PageOf(int number) => Page(ArticleWriter.Write(number));

    private static string Wire(ArticleText article)
    {
        var date = article.Published.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return $"""
            {article.Place}, {date} (CNS): {article.Paragraphs[0]}

            See also: {article.SubHeading}

            {string.Join("\n\n", article.Paragraphs.Skip(1))}

            {article.Caption}
            """;
    }

    private static string Page(ArticleText article) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>{{article.Title}} | Averby Courier</title>
        <link rel="canonical" href="{{Url(article)}}">
        <meta property="og:type" content="article"><meta property="og:site_name" content="Averby Courier"><meta property="og:title" content="{{article.Title}}">
        <script type="application/ld+json">{{Json(article)}}</script></head>
        <body><header><a href="/">Averby Courier</a><nav><ul><li><a href="/town">Town</a></li><li><a href="/coast">Coast</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
        <main><article><h1>{{article.Title}}</h1><p class="byline">By {{article.Author}}</p>
        <p>{{article.Paragraphs[0]}}</p>
        <figure><img src="/media/{{article.Number}}.jpg" alt=""><figcaption>{{article.Caption}}</figcaption></figure>
        <h2>{{article.SubHeading}}</h2>
        {{string.Join('\n', article.Paragraphs.Skip(1).Select(paragraph => $"<p>{paragraph}</p>"))}}
        </article><aside><h2>More from the town</h2><ul><li><a href="/town/lamps">Old lamps found in a barn</a></li><li><a href="/town/seals">Seals are back</a></li></ul></aside></main>
        <footer><p>Subscribe to our newsletter</p><p>All rights reserved.</p></footer></body></html>
        """;

    private static string Markdown(ArticleText article) =>
        $"""
        ---
        title: "{article.Title}"
        author: {article.Author}
        date: {article.Published:O}
        lang: en
        canonical: {Url(article)}
        ---

        {article.Paragraphs[0]}

        ## {article.SubHeading}

        {string.Join("\n\n", article.Paragraphs.Skip(1))}
        """;

    private static string Json(ArticleText article) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "NewsArticle",
        ["headline"] = article.Title,
        ["url"] = Url(article),
        ["datePublished"] = article.Published,
        ["inLanguage"] = "en",
        ["author"] = new Dictionary<string, string> { ["@type"] = "Person", ["name"] = article.Author },
        ["articleBody"] = string.Join("\n\n", article.Paragraphs),
    });

    private static string Url(ArticleText article) => $"https://averby-courier.example/news/{article.Number}";
}
