using System.Diagnostics;
using Dateline.Fetcher.Inbox;
using Dateline.Fetcher.Tests.Files;

namespace Dateline.Fetcher.Tests.Inbox;

public sealed class InboxTests
{
    [Fact]
    public async Task Moves_an_accepted_file_beside_its_receipt()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.txt", Packed.Story);

        (await box.LookAsync()).ShouldBe(1);

        box.Files.ShouldBe(["done/a.txt", "done/a.txt.receipt.json"]);
        box.Receipt("done/a.txt").ShouldBe([("a.txt", "accepted")]);
        (await box.AcceptedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_dropped_whole_is_taken_with_all_that_is_in_it()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("may/6/a.txt", Packed.Story);
        box.Drop("may/done/b.txt", Packed.Story);
        box.Drop("may/.writing/c.txt", Packed.Story);

        (await box.LookAsync()).ShouldBe(2);

        box.Files.ShouldBe([
            "done/may/6/a.txt", "done/may/6/a.txt.receipt.json", "done/may/done/b.txt", "done/may/done/b.txt.receipt.json", "may/.writing/c.txt"], ignoreOrder: true);
        (await box.LookAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_linked_folder_is_refused_and_not_followed()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.txt", Packed.Story);
        Directory.CreateSymbolicLink(Path.Combine(box.Root, "may"), box.Elsewhere("b.txt", Packed.Story));

        (await box.LookAsync()).ShouldBe(2);

        box.Receipt("done/a.txt").ShouldBe([("a.txt", "accepted")]);
        box.Receipt("failed/may").ShouldBe([("may", "refused")]);
        box.Problem("failed/may").ShouldContain("Drop the folder itself");
        (await box.AcceptedAsync()).ShouldBe(1);
        (await box.LookAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_says_the_meaning_of_names_waits_for_its_file()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.csv.fields.json", """{"Inhalt": "text"}""");

        (await box.LookAsync(new InboxOptions { FieldsWaitFor = TimeSpan.FromDays(30 * 365) })).ShouldBe(0);

        box.Files.ShouldBe(["a.csv.fields.json"]);
    }

    [Fact]
    public async Task What_says_the_meaning_of_names_and_has_no_file_is_refused_in_the_end()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.csv.fields.json", """{"Inhalt": "text"}""");

        (await box.LookAsync()).ShouldBe(1);

        box.Problem("failed/a.csv.fields.json").ShouldContain("there is no a.csv");
    }

    [Fact]
    public async Task A_pipe_holds_nobody_up()
    {
        await using var box = await Box.OpenAsync();
        using (var made = Process.Start("mkfifo", [Path.Combine(box.Root, "a.pipe")]))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        box.Drop("b.txt", Packed.Story);

        await box.LookAsync();

        box.Receipt("failed/a.pipe").ShouldBe([("a.pipe", "refused")]);
        box.Receipt("done/b.txt").ShouldBe([("b.txt", "accepted")]);
    }

    [Fact]
    public async Task A_link_is_refused_and_not_followed()
    {
        await using var box = await Box.OpenAsync();
        File.CreateSymbolicLink(Path.Combine(box.Root, "passwd.txt"), "/etc/passwd");
        File.CreateSymbolicLink(Path.Combine(box.Root, "nowhere.txt"), "/nowhere/at/all");

        await box.LookAsync();

        box.Problem("failed/passwd.txt").ShouldContain("Drop the file itself");
        box.Problem("failed/nowhere.txt").ShouldContain("Drop the file itself");
        (await box.AcceptedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_what_to_do()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.txt", Packed.Story);

        await box.LookAsync(new InboxOptions { MaxFileBytes = 10 });

        box.Problem("failed/a.txt").ShouldContain("Fetcher:Inbox:MaxFileBytes");
    }

    [Fact]
    public async Task A_file_that_is_still_written_to_waits()
    {
        await using var box = await Box.OpenAsync();
        var path = box.Drop("a.txt", Packed.Story);
        File.SetLastWriteTimeUtc(path, box.Desk.Time.GetUtcNow().UtcDateTime);

        (await box.LookAsync()).ShouldBe(0);
        box.Desk.Time.Advance(TimeSpan.FromSeconds(2));
        (await box.LookAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_file_dropped_again_is_known()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.txt", Packed.Story);
        await box.LookAsync();
        box.Drop("a.txt", Packed.Story);

        await box.LookAsync();

        box.Receipt("done/a.2.txt").ShouldBe([("a.txt", "repeated")]);
        (await box.AcceptedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Found_again_after_a_crash_before_it_was_moved_it_is_accepted_once()
    {
        await using var box = await Box.OpenAsync();
        var path = box.Drop("a.zip", Packed.Zip(("1.txt", Packed.Bytes("One. " + Packed.Story)), ("2.txt", Packed.Bytes("Two. " + Packed.Story))));
        await box.LookAsync();
        // As if it had been killed between the commit and the move: the file lies where it lay, with half a receipt.
        File.Move(Path.Combine(box.Root, "done", "a.zip"), path);
        File.Delete(Path.Combine(box.Root, "done", "a.zip.receipt.json"));
        File.WriteAllText(Path.Combine(box.Root, ".a.zip.receipt.json"), "{\"file\":");

        await box.LookAsync();

        box.Files.ShouldBe(["done/a.zip", "done/a.zip.receipt.json"]);
        box.Receipt("done/a.zip").ShouldBe([("a.zip/1.txt", "repeated"), ("a.zip/2.txt", "repeated")]);
        (await box.AcceptedAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Fetchers_on_one_folder_take_each_file_once()
    {
        await using var box = await Box.OpenAsync();
        for (var i = 0; i < 300; i++)
            box.Drop($"{i}.txt", $"Report {i}. {Packed.Story}");

        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => box.Watcher().LookAsync(CancellationToken.None))));

        taken.Sum().ShouldBe(300);
        box.Files.Count(file => file.EndsWith(".receipt.json", StringComparison.Ordinal)).ShouldBe(300);
        box.Files.Count(file => file.StartsWith("done/", StringComparison.Ordinal)).ShouldBe(600);
        (await box.AcceptedAsync()).ShouldBe(300);
    }

    [Fact]
    public async Task An_archive_has_a_receipt_for_each_of_its_items()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("day.zip", Packed.Zip(("a.txt", Packed.Bytes(Packed.Story)), ("../b.txt", Packed.Bytes(Packed.Story)), ("c.jsonl", Packed.Bytes("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"))));

        await box.LookAsync();

        box.Receipt("done/day.zip").ShouldBe([("day.zip/a.txt", "accepted"), ("day.zip/../b.txt", "refused"), ("day.zip/c.jsonl/1", "accepted"), ("day.zip/c.jsonl/2", "accepted")]);
    }

    [Fact]
    public async Task An_archive_of_which_nothing_can_be_taken_has_failed()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.zip", Packed.Zip(("../b.txt", Packed.Bytes(Packed.Story))));

        await box.LookAsync();

        box.Files.ShouldBe(["failed/a.zip", "failed/a.zip.receipt.json"]);
    }

    [Fact]
    public async Task A_file_beside_it_says_what_the_names_in_a_file_mean()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.csv.fields.json", """{"Inhalt": "text"}""");
        box.Drop("a.csv", $"Kopf,Inhalt\nA,{Packed.Story.Replace(",", "", StringComparison.Ordinal)}\n");

        await box.LookAsync();

        box.Files.ShouldBe(["done/a.csv", "done/a.csv.fields.json", "done/a.csv.receipt.json"]);
        box.Receipt("done/a.csv").ShouldBe([("a.csv/1", "accepted")]);
    }

    [Fact]
    public async Task A_file_whose_names_cannot_be_understood_has_failed()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("a.csv.fields.json", """{"Inhalt": "body"}""");
        box.Drop("a.csv", "Kopf,Inhalt\nA,B\n");

        await box.LookAsync();

        box.Files.ShouldBe(["failed/a.csv", "failed/a.csv.fields.json", "failed/a.csv.receipt.json"]);
        box.Problem("failed/a.csv").ShouldContain("'Inhalt' cannot mean 'body'");
    }
}
