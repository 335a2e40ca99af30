using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Quarantine;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Pipeline.Tests.Lines;

/// <summary>What the line promises, whatever carries its messages and keeps its data.</summary>
public abstract partial class PipelineSuite
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A fresh line of the kind under test, with all its parts.</summary>
    protected abstract Task<Line> StartAsync(Dictionary<string, string?>? settings = null);

    /// <summary>A fresh line of which only the fetcher runs.</summary>
    protected abstract Task<Line> StartFetcherAsync(Dictionary<string, string?> settings);

    [Fact]
    public async Task A_wire_text_becomes_an_article_that_can_be_found()
    {
        await using var line = await StartAsync();

        var document = await line.IngestAsync("wire.txt", Texts.Wire);

        document.Fate.ShouldBe(Fate.Stored, document.Detail);
        document.Hops.Select(hop => hop.Stage).ShouldBe([Stage.Accept, Stage.Dispatch, Stage.Parse, Stage.Enrich, Stage.Store, Stage.Settle]);
        document.Hops.ShouldAllBe(hop => hop.Worker.Length > 0 && hop.Version.Length > 0 && hop.DurationMs >= 0);
        var found = (await line.SearchAsync("breakwater")).ShouldHaveSingleItem();
        found.GetProperty("id").GetGuid().ShouldBe(document.ArticleId!.Value);
        found.GetProperty("language").GetString().ShouldBe("en");
        found.GetProperty("publishedAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 5, 14, 0, 0, 0, TimeSpan.Zero));
        found.GetProperty("traceId").GetString().ShouldBe(document.TraceId);
    }

    [Fact]
    public async Task Each_document_gets_the_fate_it_deserves()
    {
        await using var line = await StartAsync();
        const string url = "https://averby.example/bridge";
        var page = Texts.Page("Bridge is to be rebuilt", "The council of Averby decided on Tuesday to rebuild the old bridge.");

        (await line.IngestAsync("bridge.html", page, url)).Fate.ShouldBe(Fate.Stored);
        (await line.IngestAsync("bridge.html", page, url)).Fate.ShouldBe(Fate.Unchanged);
        var revised = await line.IngestAsync("bridge.html", page.Replace("decided on Tuesday", "refused on Wednesday", StringComparison.Ordinal), url);
        var copy = await line.IngestAsync("bridge.html", page, "https://other.example/bridge");
        var rejected = await line.IngestAsync("minutes.gif", "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000");

        (revised.Fate, revised.Revision).ShouldBe((Fate.Revised, 2));
        copy.Fate.ShouldBe(Fate.Duplicate, "it differs by a sentence from what the first address says now");
        (rejected.Fate, rejected.Reason).ShouldBe((Fate.Rejected, "unsupported-format"));
        rejected.Detail.ShouldNotBeNullOrEmpty();
        (await line.IngestAsync("again.html", page, "https://third.example/bridge")).Fate.ShouldBe(Fate.Duplicate);
        (await line.PipelineAsync()).ShouldSatisfyAllConditions(
            pipeline => pipeline.Balanced.ShouldBeTrue(),
            pipeline => (pipeline.Accepted, pipeline.Stored, pipeline.Revised, pipeline.Unchanged, pipeline.Duplicate, pipeline.Rejected).ShouldBe((6, 1, 1, 1, 2, 1)));
    }

    [Fact]
    public async Task A_key_that_is_taken_is_named_as_it_was_sent()
    {
        await using var line = await StartAsync();
        (await line.SendAsync("a.txt", Texts.Plain(1), idempotencyKey: "a-1")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        using var refused = await line.SendAsync("b.txt", Texts.Plain(2), idempotencyKey: "a-1");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldBe("The key 'a-1' was used before for something else. Send a new key for new content.");
    }

    [Fact]
    public async Task A_replay_finds_what_an_older_version_processed()
    {
        await using var line = await StartAsync();
        var document = await line.IngestAsync("wire.txt", Texts.Wire);
        document.ParserVersion.ShouldNotBeNullOrEmpty();
        document.EnricherVersion.ShouldNotBeNullOrEmpty();

        (await ReplayAsync(new { parserVersionNot = document.ParserVersion })).ShouldBe(0);
        (await ReplayAsync(new { enricherVersionNot = "a later one" })).ShouldBe(1);

        (await line.SettledAsync(document.Id)).Run.ShouldBe(1);
        (await line.Intake.GetStringAsync("/openapi/v1.json")).ShouldContain("parserVersionNot");

        async Task<int> ReplayAsync(object selection)
        {
            using var response = await line.Intake.PostAsJsonAsync("/v1/replays", selection);
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
            return (await response.Content.ReadFromJsonAsync<ReplayAnswer>())!.Replayed;
        }
    }

    [Fact]
    public async Task The_accounting_adds_up_at_every_moment()
    {
        await using var line = await StartAsync();
        var seen = new List<PipelineView>();

        var posts = Task.WhenAll(Enumerable.Range(0, 120).Select(i => line.PostAsync($"{i}.txt", Texts.Plain(i))));
        while (!posts.IsCompleted || (await line.PipelineAsync()).InFlight > 0)
            seen.Add(await line.PipelineAsync());

        seen.ShouldAllBe(pipeline => pipeline.Balanced);
        (await line.PipelineAsync()).Stored.ShouldBe(120);
    }

    [Fact]
    public async Task A_document_that_cannot_be_processed_waits_in_quarantine_and_is_replayed_when_the_cause_is_mended()
    {
        await using var line = await StartFetcherAsync([]);
        var id = await line.PostAsync("lost.txt", Texts.Plain(7));
        var bytes = await TakeContentAwayAsync(line, id);
        await StartRestAsync(line);

        var quarantined = await line.SettledAsync(id);
        quarantined.Fate.ShouldBe(Fate.Quarantined);
        var group = (await Line.GetAsync<QuarantineList>(line.Intake, "/v1/quarantine")).Groups.ShouldHaveSingleItem();
        (group.Count, group.SampleDocumentId, group.Stage).ShouldBe((1, id, "parse"));
        group.ExceptionType.ShouldEndWith("ContentMissingException");

        await GiveContentBackAsync(line, bytes);
        var answer = await (await line.Intake.PostAsync($"/v1/quarantine/{group.Group}/replay", null)).Content.ReadFromJsonAsync<ReplayAnswer>();
        answer!.Replayed.ShouldBe(1);
        var replayed = await line.SettledAsync(id);
        (replayed.Fate, replayed.Run).ShouldBe((Fate.Stored, 1));
        replayed.TraceId.ShouldNotBe(quarantined.TraceId);
        replayed.EarlierTraceIds.ShouldBe([quarantined.TraceId]);
        (await line.PipelineAsync()).ShouldSatisfyAllConditions(
            pipeline => pipeline.Balanced.ShouldBeTrue(), pipeline => pipeline.Quarantined.ShouldBe(0), pipeline => pipeline.Stored.ShouldBe(1));
    }

    [Fact]
    public async Task A_request_that_is_repeated_under_its_key_is_answered_and_not_accepted_again()
    {
        await using var line = await StartAsync();

        var first = await (await line.SendAsync("a.txt", Texts.Plain(1), idempotencyKey: "k1")).Content.ReadFromJsonAsync<JsonElement>();
        var second = await (await line.SendAsync("a.txt", Texts.Plain(1), idempotencyKey: "k1")).Content.ReadFromJsonAsync<JsonElement>();
        var other = await line.SendAsync("a.txt", Texts.Plain(2), idempotencyKey: "k1");

        Item(second).GetProperty("documentId").GetGuid().ShouldBe(Item(first).GetProperty("documentId").GetGuid());
        Item(second).GetProperty("status").GetString().ShouldBe("repeated");
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await line.PipelineAsync()).Accepted.ShouldBe(1);

        static JsonElement Item(JsonElement receipts) => receipts.GetProperty("items")[0];
    }

    [Fact]
    public async Task A_full_line_says_when_to_come_back_and_loses_nothing()
    {
        await using var line = await StartFetcherAsync(new() { ["Fetcher:Ledger:MaxInFlight"] = "3" });
        for (var i = 0; i < 3; i++)
            await line.PostAsync($"{i}.txt", Texts.Plain(i));

        var refused = await line.SendAsync("3.txt", Texts.Plain(3));
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.ShouldNotBeNull();
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await line.PipelineAsync()).Accepting.ShouldBeFalse();

        await StartRestAsync(line);
        await Eventually.TrueAsync(async () => (await line.SendAsync("3.txt", Texts.Plain(3))).IsSuccessStatusCode, Patience, () => "still full");
        await Eventually.TrueAsync(async () => (await line.PipelineAsync()).Stored == 4, Patience, () => "not all stored");
    }

    [Fact]
    public async Task A_dropped_file_is_moved_to_done_with_its_receipt_once_it_is_accepted()
    {
        await using var line = await StartAsync();
        var inbox = Path.Combine(line.Servers[0].App.Services.GetRequiredService<DatabaseOptions>().DataFolder, "inbox");
        Directory.CreateDirectory(inbox);

        await File.WriteAllTextAsync(Path.Combine(inbox, "council.txt"), Texts.Plain(11), TestContext.Current.CancellationToken);

        var receiptFile = Path.Combine(inbox, "done", "council.txt.receipt.json");
        await Eventually.TrueAsync(() => File.Exists(receiptFile) && File.Exists(Path.Combine(inbox, "done", "council.txt")), Patience, () => string.Join(", ", Directory.EnumerateFiles(inbox)));
        var receipt = JsonDocument.Parse(await File.ReadAllTextAsync(receiptFile, TestContext.Current.CancellationToken)).RootElement;
        var document = await line.SettledAsync(receipt.GetProperty("items")[0].GetProperty("documentId").GetGuid());
        (document.Fate, document.FileName).ShouldBe((Fate.Stored, "council.txt"));
        File.Exists(Path.Combine(inbox, "council.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dropped_files_receipt_says_in_the_end_what_became_of_each_document()
    {
        await using var line = await StartAsync(new() { ["Fetcher:Inbox:SettleReceiptsEvery"] = "00:00:00.100" });
        var inbox = Path.Combine(line.Servers[0].App.Services.GetRequiredService<DatabaseOptions>().DataFolder, "inbox");
        Directory.CreateDirectory(inbox);
        await File.WriteAllTextAsync(Path.Combine(inbox, "two.csv"), $"title,text\nCouncil,\"{Texts.Plain(12).ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal)}\"\nNothing,too little\n", TestContext.Current.CancellationToken);

        var receiptFile = Path.Combine(inbox, "done", "two.csv.receipt.json");
        var receipt = "";
        await Eventually.TrueAsync(
            async () => File.Exists(receiptFile) && (receipt = await File.ReadAllTextAsync(receiptFile)).Contains("\"fates\"", StringComparison.Ordinal), Patience, () => receipt);

        using var json = JsonDocument.Parse(receipt);
        json.RootElement.GetProperty("fates").GetRawText().ShouldBe("""{"rejected":1,"stored":1}""");
        var items = json.RootElement.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!, item => item);
        var stored = await line.DocumentAsync(items["two.csv/1"].GetProperty("documentId").GetGuid());
        (stored.Fate, stored.ArticleId).ShouldBe((Fate.Stored, items["two.csv/1"].GetProperty("articleId").GetGuid()));
        items["two.csv/2"].GetProperty("reason").GetString().ShouldBe("too-short");
    }

    /// <summary>Starts what <see cref="StartFetcherAsync"/> left out.</summary>
    protected abstract Task StartRestAsync(Line line);

    private static Database<IntakeDb> Database(Line line) => line.Servers[0].App.Services.GetRequiredService<Database<IntakeDb>>();

    private static async Task<Content.RawContent> TakeContentAwayAsync(Line line, Guid document)
    {
        var key = await Database(line).ReadAsync((db, token) => db.Documents.Where(row => row.Id == document).Select(row => row.ContentKey).SingleAsync(token), CancellationToken.None);
        return await Database(line).WriteAsync(async (db, token) =>
        {
            var content = await db.Contents.AsNoTracking().SingleAsync(row => row.Key == key, token);
            await db.Contents.Where(row => row.Key == key).ExecuteDeleteAsync(token);
            return content;
        }, CancellationToken.None);
    }

    private static Task GiveContentBackAsync(Line line, Content.RawContent content) => Database(line).WriteAsync(async (db, token) =>
    {
        db.Contents.Add(content);
        await db.SaveChangesAsync(token);
    }, CancellationToken.None);
}
