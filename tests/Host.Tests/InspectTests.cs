using System.Text.Json;
using Dateline.Testing;

namespace Dateline.Host.Tests;

/// <summary>The frozen contract of <c>dateline inspect</c>, on the real executable.</summary>
public sealed class InspectTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] ArticleKeys =
    [
        "path", "kind", "url", "title", "titleDerived", "authors", "publishedAt", "publishedPrecision", "modifiedAt", "language", "canonicalUrl", "siteName",
        "image", "tags", "text", "blocks", "dateline", "entities", "places", "keywords", "topics", "summary", "quotes", "sentiment", "fingerprint", "warnings",
    ];

    private readonly ScratchFolder _folder = new("inspect");

    [Fact]
    public async Task A_wire_text_shows_all_that_is_known_about_it()
    {
        var path = await WriteAsync("wire.txt", """
            New Torvale, 3 June 2024 (QPA): Minister Ilka Brandow opened the rebuilt viaduct on Monday after a closure of nineteen months.

            The viaduct carries eleven trains an hour and was found to be cracked in two of its piers during an inspection in the autumn of 2022.

            Also Read: Night trains return to the valley

            Commuters welcome the opening

            Residents said that the replacement buses had added forty minutes to the way to work, and asked for a ticket refund.

            Minister Ilka Brandow cuts the ribbon on the rebuilt viaduct in New Torvale.
            Minister Ilka Brandow cuts the ribbon on the rebuilt viaduct, in New Torvale
            """);

        var line = (await InspectAsync([path])).ShouldHaveSingleItem();

        line.EnumerateObject().Select(key => key.Name).ShouldBe(ArticleKeys);
        line.GetProperty("titleDerived").GetBoolean().ShouldBeTrue();
        line.GetProperty("publishedAt").GetString().ShouldBe("2024-06-03T00:00:00Z");
        line.GetProperty("publishedPrecision").GetString().ShouldBe("day");
        line.GetProperty("language").GetString().ShouldBe("en");
        line.GetProperty("dateline").GetRawText().ShouldBe("""{"place":"New Torvale","date":"2024-06-03","agency":"QPA"}""");
        line.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("kind").GetString()).ShouldBe(["paragraph", "paragraph", "heading", "paragraph", "caption"]);
        line.GetProperty("text").GetString()!.ShouldNotContain("Also Read");
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_inputs_and_one_unreadable_file_fails_the_command()
    {
        var paths = new List<string>();
        for (var i = 0; i < 30; i++)
            paths.Add(i == 7 ? _folder.Combine("missing.txt") : await WriteAsync($"{i}.txt", $"Number {i}. The council met on Tuesday and agreed on the plan to rebuild the market hall before the winter, the clerk said afterwards."));

        var process = await DatelineProcess.RunAsync(["inspect", "--no-enrich"], Patience, input: string.Join('\n', paths) + "\n");

        process.ExitCode.ShouldBe(1);
        var lines = process.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Select(line => line.GetProperty("path").GetString()).ShouldBe(paths);
        lines[7].GetProperty("kind").GetString().ShouldBe("rejected");
    }

    [Fact]
    public async Task A_text_without_a_file_is_answered_under_its_id_and_left_as_it_is()
    {
        const string text = "LONDON (AP) — The river rose again on Monday, and the barrier was closed for the third time this month, officials said.";
        var input = JsonSerializer.Serialize(new { id = "t-1", title = "River rises", text });

        var process = await DatelineProcess.RunAsync(["inspect", "-"], Patience, input: input + "\n");

        process.ExitCode.ShouldBe(0);
        var line = JsonDocument.Parse(process.Output.ShouldHaveSingleItem()).RootElement;
        line.GetProperty("id").GetString().ShouldBe("t-1");
        line.GetProperty("title").GetString().ShouldBe("River rises");
        line.GetProperty("text").GetString().ShouldBe(text);
    }

    [Fact]
    public async Task A_feed_is_told_from_an_article_and_from_what_is_neither()
    {
        var feed = await WriteAsync("feed.xml", """
            <rss version="2.0"><channel><title>Caf&eacute; News</title><link>http://cafe.example/</link><language>fr</language>
            <description>Tous les jours</description><ttl>90</ttl><managingEditor>anne@cafe.example (Anne)</managingEditor>
            <item><title>Un</title><link>/1</link><guid isPermaLink="false">Id-1</guid><pubDate>Mon, 03 Jun 2024 08:30:00 +0200</pubDate>
            <category domain="http://cafe.example/themes">Ville</category><comments>/1/avis</comments></item>
            </channel></rss>
            """);
        var binary = _folder.Combine("x.bin");
        await File.WriteAllBytesAsync(binary, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], TestContext.Current.CancellationToken);

        var lines = await InspectAsync([feed, binary]);

        lines[0].GetProperty("kind").GetString().ShouldBe("feed");
        lines[0].GetProperty("format").GetString().ShouldBe("rss");
        lines[0].GetProperty("feed").GetRawText().ShouldBe("""
            {"title":"Café News","link":"http://cafe.example/","language":"fr","updatedAt":null,"id":null,"publishedAt":null,"subtitle":"Tous les jours","rights":null,"imageUrl":null,"authors":[{"name":"Anne","email":"anne@cafe.example","url":null}],"categories":[],"ttl":90,"selfUrl":null,"hubs":[]}
            """);
        lines[0].GetProperty("entries")[0].GetProperty("publishedAt").GetString().ShouldBe("2024-06-03T08:30:00+02:00");
        lines[0].GetProperty("entries")[0].GetProperty("id").GetString().ShouldBe("Id-1");
        lines[0].GetProperty("entries")[0].GetProperty("categories").GetRawText().ShouldBe("""[{"name":"Ville","scheme":"http://cafe.example/themes","label":null}]""");
        lines[0].GetProperty("entries")[0].GetProperty("comments").GetString().ShouldBe("http://cafe.example/1/avis");
        lines[1].GetProperty("kind").GetString().ShouldBe("rejected");
        lines[1].GetProperty("reason").GetString().ShouldBe("unsupported-format");
    }

    private static async Task<IReadOnlyList<JsonElement>> InspectAsync(string[] paths)
    {
        var process = await DatelineProcess.RunAsync(["inspect", .. paths], Patience);
        process.ExitCode.ShouldBe(0, string.Join('\n', process.Lines));
        return [.. process.Output.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = _folder.Combine(name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    public void Dispose() => _folder.Dispose();
}
