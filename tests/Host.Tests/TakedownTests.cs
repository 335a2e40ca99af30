using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dateline.Testing;

namespace Dateline.Host.Tests;

/// <summary>What is taken out of the archive is forgotten by everybody who had it, on the real executable.</summary>
public sealed class TakedownTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ScratchFolder _folder = new("takedown");

    [Fact]
    public async Task The_raw_content_goes_with_the_article_and_stays_away_when_it_is_posted_again()
    {
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        await using var process = DatelineProcess.Start(
            ["serve", "fetcher", "parser", "enricher", "storage", "--data", _folder.Combine("data"), "--urls", url], workingFolder: _folder.Path);
        await process.WaitUntilHealthyAsync($"{url}/health/ready", Patience);
        using var http = new HttpClient { BaseAddress = new Uri(url) };

        var document = await PostAsync(http);
        var article = (await SettledAsync(http, document)).GetProperty("articleId").GetString();
        (await http.GetAsync($"/v1/documents/{document}/content", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.DeleteAsync($"/v1/articles/{article}?reason=privacy", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await IsForgottenAsync(http, document);

        var again = await PostAsync(http);
        (await SettledAsync(http, again)).GetProperty("fate").GetString().ShouldBe("unchanged");
        await IsForgottenAsync(http, again);
        (await http.PostAsync($"/v1/documents/{again}/replay", null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await process.StopAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task<string> PostAsync(HttpClient http)
    {
        using var body = new StringContent(CommandTests.Text(7), Encoding.UTF8, "text/plain");
        using var response = await http.PostAsync("/v1/documents", body, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("items")[0].GetProperty("documentId").GetString()!;
    }

    private static async Task<JsonElement> SettledAsync(HttpClient http, string document)
    {
        var view = default(JsonElement);
        await Eventually.TrueAsync(async () =>
        {
            view = await http.GetFromJsonAsync<JsonElement>($"/v1/documents/{document}", TestContext.Current.CancellationToken);
            return view.GetProperty("fate").GetString() != "in-flight";
        }, Patience, () => $"{document} is in flight");
        return view;
    }

    private static async Task IsForgottenAsync(HttpClient http, string document) => await Eventually.TrueAsync(
        async () => (await http.GetAsync($"/v1/documents/{document}/content", TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.NotFound,
        Patience, () => $"the content of {document} is still there");

    public void Dispose() => _folder.Dispose();
}
