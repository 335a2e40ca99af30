using System.Text.Json;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Tests.Files;

namespace Dateline.Fetcher.Tests.Inbox;

/// <summary>A receipt says in the end what became of each document, not only what was said at the door.</summary>
public sealed class ReceiptTests
{
    private const string TwoStories = """
        title,text
        One,"The old ferry left the harbour at noon, and nobody was at the quay to see it go."
        Two,"The new ferry stayed in the harbour, since its engine had not been paid for yet."
        """;

    [Fact]
    public async Task A_document_that_was_accepted_and_then_rejected_is_said_to_be()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("two.csv", TwoStories);
        await box.LookAsync();
        await box.SettleAsync("done/two.csv", Fate.Stored, Fate.Rejected);

        (await box.SettleReceiptsAsync()).ShouldBe(1);

        box.Receipt("done/two.csv").ShouldBe([("two.csv/1", "accepted"), ("two.csv/2", "accepted")]);
        box.Fates("done/two.csv").ShouldBe([("two.csv/1", "stored", null), ("two.csv/2", "rejected", "empty")]);
        box.OpenReceipts.ShouldBe(0);
    }

    [Fact]
    public async Task It_counts_how_the_documents_ended()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("two.csv", TwoStories);
        await box.LookAsync();
        await box.SettleAsync("done/two.csv", Fate.Stored, Fate.Stored);

        await box.SettleReceiptsAsync();

        using var receipt = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(box.Root, "done/two.csv.receipt.json"), TestContext.Current.CancellationToken));
        receipt.RootElement.GetProperty("fates").GetRawText().ShouldBe("""{"stored":2}""");
        receipt.RootElement.GetProperty("counts").GetRawText().ShouldBe("""{"accepted":2}""");
        receipt.RootElement.GetProperty("settledAt").GetDateTimeOffset().ShouldBe(box.Desk.Time.GetUtcNow());
        receipt.RootElement.GetProperty("file").GetString().ShouldBe("two.csv");
    }

    [Fact]
    public async Task It_waits_for_the_last_document()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("two.csv", TwoStories);
        await box.LookAsync();
        await box.SettleAsync("done/two.csv", Fate.Stored, null);

        (await box.SettleReceiptsAsync()).ShouldBe(0);

        box.Fates("done/two.csv").ShouldBe([("two.csv/1", null, null), ("two.csv/2", null, null)]);
        box.Files.ShouldBe(["done/two.csv", "done/two.csv.receipt.json"]);
        await box.SettleAsync("done/two.csv", null, Fate.Unchanged);
        (await box.SettleReceiptsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task It_waits_for_a_document_that_is_not_the_last_one()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("two.csv", TwoStories);
        await box.LookAsync();
        await box.SettleAsync("done/two.csv", null, Fate.Stored);

        (await box.SettleReceiptsAsync()).ShouldBe(0);

        box.OpenReceipts.ShouldBe(1);
        box.Files.ShouldBe(["done/two.csv", "done/two.csv.receipt.json"]);
    }

    [Fact]
    public async Task The_receipt_of_the_same_file_twice_says_how_it_ended_the_first_time()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.txt", Packed.Story);
        await box.LookAsync();
        await box.SettleAsync("done/a.txt", Fate.Stored);
        box.Drop("a.txt", Packed.Story);
        await box.LookAsync();

        (await box.SettleReceiptsAsync()).ShouldBe(2);

        box.Receipt("done/a.2.txt").ShouldBe([("a.txt", "repeated")]);
        box.Fates("done/a.2.txt").ShouldBe([("a.txt", "stored", null)]);
    }

    [Fact]
    public async Task A_receipt_that_was_taken_away_is_waited_for_no_longer()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.txt", Packed.Story);
        await box.LookAsync();
        await box.SettleAsync("done/a.txt", Fate.Stored);
        Directory.Delete(Path.Combine(box.Root, "done"), recursive: true);

        await box.SettleReceiptsAsync();

        box.OpenReceipts.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_of_which_nothing_was_accepted_has_nothing_to_wait_for()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("empty.txt", "");

        await box.LookAsync();

        box.OpenReceipts.ShouldBe(0);
    }
}
