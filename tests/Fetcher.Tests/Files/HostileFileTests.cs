using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Dateline.Fetcher.Files;
using static Dateline.Fetcher.Tests.Files.Packed;

namespace Dateline.Fetcher.Tests.Files;

/// <summary>Files made to exhaust whoever unpacks them, or to lead out of where they lie.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void A_bomb_in_gzip_ends_when_it_has_shown_what_it_is()
    {
        var item = Split(Gzip(new byte[200 << 20]), "a.txt.gz").ShouldHaveSingleItem();

        item.Problem.ShouldNotBeNull();
        item.Bytes.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_bomb_of_many_entries_ends_when_it_has_shown_what_it_is()
    {
        var zeros = new byte[30 << 20];

        var items = Split(Zip([.. Enumerable.Range(0, 8).Select(n => ($"{n}.txt", zeros))]), "a.zip");

        items.Count.ShouldBe(3);
        items[^1].Problem!.ShouldContain("MaxRatio");
    }

    [Fact]
    public void A_large_entry_is_refused_before_it_is_unpacked() =>
        Split(Zip(("large.txt", new byte[40 << 20]), ("small.txt", Bytes("words"))), "a.zip").Select(item => item.Problem is null).ShouldBe([false, true]);

    [Fact]
    public void Archives_nested_without_end_are_refused_at_the_bound()
    {
        var bytes = Zip(("a.txt", Bytes("words")));
        for (var i = 0; i < 20; i++)
            bytes = Zip(("a.zip", bytes));

        Split(bytes, "a.zip").ShouldHaveSingleItem().Problem!.ShouldContain("MaxDepth");
    }

    [Fact]
    public void An_archive_of_half_a_million_entries_is_refused_by_its_directory()
    {
        // Written by hand: half a million records of the directory, all of which mean the same entry.
        var file = new MemoryStream();
        file.Write("PK\u0003\u0004"u8);
        file.Write(new byte[27]);
        var directory = file.Length;
        var record = new byte[46 + 120];
        "PK\u0001\u0002"u8.CopyTo(record);
        record[28] = 120;
        for (var i = 0; i < 500_000; i++)
            file.Write(record);
        var end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        BitConverter.TryWriteBytes(end.AsSpan(10), (ushort)60_000);
        BitConverter.TryWriteBytes(end.AsSpan(16), (uint)directory);
        file.Write(end);

        Split(file.ToArray(), "a.zip").ShouldHaveSingleItem().Problem!.ShouldContain("MaxItems");
    }

    [Fact]
    public void Takes_no_more_items_than_allowed_and_says_so()
    {
        var items = Split(Bytes(string.Concat(Enumerable.Repeat("{\"a\":1}\n", 10))), "a.jsonl", new UnpackingOptions { MaxItems = 4 });

        items.Count.ShouldBe(5);
        items[^1].Problem!.ShouldContain("MaxItems");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/../../b.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\Windows\\a.txt")]
    [InlineData("..\\a.txt")]
    public void An_entry_whose_name_leads_out_is_refused_alone(string name)
    {
        Split(Tar(TarFile(name, "words"), TarFile("b.txt", "words")), "a.tar").Select(item => item.Problem is null).ShouldBe([false, true]);
        Split(Zip((name, Bytes("words")), ("b.txt", Bytes("words"))), "a.zip").Select(item => item.Problem is null).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.CharacterDevice)]
    [InlineData(TarEntryType.Fifo)]
    public void What_is_no_file_in_a_tar_is_refused_alone(TarEntryType type)
    {
        var entry = new PaxTarEntry(type, "a.txt");
        if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            entry.LinkName = "/etc/passwd";

        Split(Tar(entry, TarFile("b.txt", "words")), "a.tar").Select(item => item.Problem is null).ShouldBe([false, true]);
    }

    [Fact]
    public void A_link_in_a_zip_is_refused()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("a.txt");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = entry.Open();
            target.Write("/etc/passwd"u8);
        }

        Split(stream.ToArray(), "a.zip").ShouldHaveSingleItem().Problem!.ShouldContain("link");
    }

    [Fact]
    public void Keeps_what_came_before_the_break_of_a_web_archive()
    {
        var whole = Gzip(
            WarcRecord("response", "https://courier.example/1", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>one"),
            WarcRecord("response", "https://courier.example/2", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>two" + new string('x', 10_000)));

        var items = Split(whole[..^40], "a.warc.gz");

        items[0].Url.ShouldBe("https://courier.example/1");
        items[^1].Problem!.ShouldContain("after 1 items");
    }

    [Fact]
    public void A_record_that_claims_to_be_endless_is_refused() =>
        Split(Bytes("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9000000000000\r\n\r\nx"), "a.warc").ShouldHaveSingleItem().Problem.ShouldNotBeNull();

    [Fact]
    public void A_value_of_json_without_end_is_refused_alone()
    {
        var options = new UnpackingOptions { MaxItemBytes = 1000 };

        Split(Bytes($"[{{\"a\":\"{new string('x', 5000)}\"}},{{\"a\":1}}]"), "a.json", options).Select(item => item.Problem is null).ShouldBe([false, true]);
    }

    [Fact]
    public void Bytes_that_are_nothing_end_as_one_document()
    {
        var noise = new byte[100_000];
        new Random(7).NextBytes(noise);

        Split(noise, "a.zip").ShouldHaveSingleItem().Bytes.Length.ShouldBe(noise.Length);
    }

    [Fact]
    public void Says_that_a_file_in_gzip_breaks_off()
    {
        var packed = Gzip(Bytes(string.Concat(Enumerable.Range(0, 2_000).Select(n => $"{Story} {n * 7919}\n"))));

        var items = Split(packed[..^200], "story.txt.gz");

        items.Select(item => item.Problem is null).ShouldBe([true, false]);
        items[1].Problem!.ShouldContain("breaks off");
    }

    [Fact]
    public void Files_in_gzip_may_be_joined() =>
        Split(Gzip(Bytes(Story), Bytes(Story)), "story.txt.gz").ShouldHaveSingleItem().Bytes.Length.ShouldBe(2 * Story.Length);

    [Fact]
    public void A_row_of_separators_alone_is_refused() =>
        Split(Bytes($"title,text\n{new string(',', 100_000)}\na,b\n"), "a.csv").Select(item => item.Problem is null).ShouldBe([false, true]);

    [Fact]
    public void Says_that_there_is_nothing_in_an_archive() =>
        Split(WarcRecord("warcinfo", "https://a.example/", "software: crawler"), "a.warc").ShouldHaveSingleItem().Problem!.ShouldContain("no document");

    [Fact]
    public void Says_that_there_is_nothing_in_a_zip() =>
        Split(Zip(), "a.zip").ShouldHaveSingleItem().Problem.ShouldNotBeNull();

    [Fact]
    public void Every_mutation_of_an_archive_ends()
    {
        var random = new Random(11);
        byte[][] wholes = [Zip(("a.txt", Bytes(Story)), ("b.txt", Bytes(Story))), Tar(TarFile("a.txt", Story)), Gzip(Tar(TarFile("a.txt", Story))), Gzip(WarcRecord("response", "https://a.example/", "HTTP/1.1 200 OK\r\n\r\n<p>" + Story))];
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = wholes[round % wholes.Length].ToArray();
            for (var i = 0; i < 5; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Split(bytes, "a.bin").Count.ShouldBeGreaterThan(0);
        }
    }
}
