using System.Formats.Tar;
using System.IO.Compression;
using Dateline.Fetcher.Files;
using static Dateline.Fetcher.Tests.Files.Packed;

namespace Dateline.Fetcher.Tests.Files;

public sealed class FileSplitterTests
{
    [Theory]
    [InlineData("Plain words.", "a.txt")]
    [InlineData("<html><p>Words.", "a.html")]
    [InlineData("{\"title\":\"a\",\n\"text\":\"b\"}", "a.json")]
    [InlineData("[[Lakeside]] has a note", "a.md")]
    [InlineData("", "empty.txt")]
    public void Leaves_a_single_document_as_it_is(string text, string name)
    {
        var item = Split(Bytes(text), name).ShouldHaveSingleItem();

        (item.Name, Text(item), item.Problem).ShouldBe((name, text, null));
    }

    [Fact]
    public void Takes_the_files_out_of_a_zip_whatever_it_is_called()
    {
        var items = Split(Zip(("one.txt", Bytes("first")), ("folder/", []), ("folder/two.html", Bytes("<p>second")), ("__MACOSX/._one.txt", [1])), "download.bin");

        items.Select(item => (item.Name, Text(item))).ShouldBe([("download.bin/one.txt", "first"), ("download.bin/folder/two.html", "<p>second")]);
    }

    [Fact]
    public void Leaves_a_word_document_whole()
    {
        var word = Zip(("word/document.xml", Bytes("<w/>")), ("[Content_Types].xml", Bytes("<Types/>")));

        Split(word, "letter.docx").ShouldHaveSingleItem().Bytes.ToArray().ShouldBe(word);
    }

    [Fact]
    public void Takes_the_files_out_of_a_tar_in_gzip()
    {
        var items = Split(Gzip(Tar(TarFile("a/one.txt", "first"), new PaxTarEntry(TarEntryType.Directory, "b/"), TarFile("two.txt", "second"))), "day.tar.gz");

        items.Select(item => (item.Name, Text(item))).ShouldBe([("day.tar/a/one.txt", "first"), ("day.tar/two.txt", "second")]);
    }

    [Fact]
    public void Unpacks_a_single_document_in_gzip()
    {
        var item = Split(Gzip(Bytes("<urlset/>")), "sitemap.xml.gz").ShouldHaveSingleItem();

        (item.Name, Text(item)).ShouldBe(("sitemap.xml", "<urlset/>"));
    }

    [Fact]
    public void Takes_archives_in_archives_apart()
    {
        var items = Split(Zip(("monday.tar.gz", Gzip(Tar(TarFile("one.txt", "first")))), ("tuesday.zip", Zip(("two.txt", Bytes("second"))))), "week.zip");

        items.Select(item => item.Name).ShouldBe(["week.zip/monday.tar/one.txt", "week.zip/tuesday.zip/two.txt"]);
    }

    [Theory]
    [InlineData("[{\"title\":\"a, ] \\\"b\"},\n {\"title\":\"c\"}]")]
    [InlineData("{\"title\":\"a, ] \\\"b\"}\n{\"title\":\"c\"}\n")]
    [InlineData("{\"title\":\"a, ] \\\"b\"} {\"title\":\"c\"}")]
    public void Takes_the_values_out_of_json(string json) =>
        Split(Bytes(json), "a.json").Select(item => (item.Name, Text(item))).ShouldBe([("a.json/1", "{\"title\":\"a, ] \\\"b\"}"), ("a.json/2", "{\"title\":\"c\"}")]);

    [Fact]
    public void Takes_values_of_several_lines_each_out_of_json() =>
        Split(Bytes("{\n \"a\": {\"b\": 1}\n}\n{\n \"a\": 2\n}\n"), "a.json").Select(Text).ShouldBe(["{\n \"a\": {\"b\": 1}\n}", "{\n \"a\": 2\n}"]);

    [Fact]
    public void A_broken_line_of_json_costs_only_itself() =>
        Split(Bytes("{\"a\":1}\n{\"a\":\"never closed\n{\"a\":3}\n"), "a.jsonl").Select(Text).ShouldBe(["{\"a\":1}", "{\"a\":\"never closed", "{\"a\":3}"]);

    [Fact]
    public void Says_that_a_list_of_json_breaks_off()
    {
        var items = Split(Bytes("[{\"a\":1},{\"a\":"), "a.json");

        items.Select(item => item.Problem is null).ShouldBe([true, false, false]);
        items[^1].Problem!.ShouldContain("breaks off");
    }

    [Fact]
    public void Takes_the_items_out_of_a_message_of_newsml()
    {
        const string Message = """
            <?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><channel>all</channel></header><itemSet>
            <newsItem guid="urn:1"><contentSet><inlineData>One</inlineData></contentSet></newsItem>
            <packageItem guid="urn:2"/>
            <newsItem guid="urn:3"><contentSet><inlineData>Two</inlineData></contentSet></newsItem></itemSet></newsMessage>
            """;

        var items = Split(Bytes(Message), "wire.dat");

        items.Select(item => (item.Name, item.PassedOver)).ShouldBe([("wire.dat/1", false), ("wire.dat/2", true), ("wire.dat/3", false)]);
        Text(items[2]).ShouldBe("""<newsItem guid="urn:3" xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineData>Two</inlineData></contentSet></newsItem>""");
    }

    [Fact]
    public void Leaves_a_message_of_newsml_with_one_item_whole() =>
        Split(Bytes("<newsMessage><itemSet><newsItem/></itemSet></newsMessage>"), "wire.xml").ShouldHaveSingleItem().Name.ShouldBe("wire.xml");

    [Fact]
    public void Says_that_a_message_of_newsml_is_cut_off() =>
        Split(Bytes("<newsMessage><itemSet><newsItem/><newsItem/>"), "wire.xml").ShouldHaveSingleItem().Problem!.ShouldContain("damaged");

    [Fact]
    public void Makes_an_object_of_each_row_of_a_table()
    {
        var items = Split(Bytes("\uFEFFTitle;Text;URL;Date\r\n\"Ferry; late\";\"He said \"\"no\"\".\nTwice.\";https://courier.example/1;2024-03-12\r\nSecond;Words;;\r\n"), "export.dat");

        items.Select(Text).ShouldBe(
        [
            """{"Title":"Ferry; late","Text":"He said \u0022no\u0022.\nTwice.","URL":"https://courier.example/1","Date":"2024-03-12"}""",
            """{"Title":"Second","Text":"Words"}""",
        ]);
        items[0].Url.ShouldBe("https://courier.example/1");
    }

    [Fact]
    public void Reads_a_table_whose_heads_somebody_explained()
    {
        var options = new UnpackingOptions { Fields = new Dictionary<string, string> { ["Inhalt"] = "text", ["Überschrift"] = "title" } };

        Split(Bytes("Überschrift,Inhalt\nFähre,Worte\n"), "a.csv", options).Select(Text).ShouldBe(["""{"title":"F\u00E4hre","text":"Worte"}"""]);
    }

    [Fact]
    public void Asks_for_the_text_column_of_a_table() =>
        Split(Bytes("name,price\nfish,3\n"), "a.csv").ShouldHaveSingleItem().Problem!.ShouldContain("Fetcher:Files:Fields");

    [Fact]
    public void A_row_with_too_many_fields_costs_only_itself() =>
        Split(Bytes("title,text\na,b,c\nd,e\n"), "a.csv").Select(item => item.Problem is null).ShouldBe([false, true]);

    [Fact]
    public void Takes_the_pages_out_of_a_web_archive()
    {
        var page = "<html><p>" + Story;
        var items = Split(Gzip(
            WarcRecord("warcinfo", "", "software: test\r\n", "application/warc-fields"),
            WarcRecord("response", "https://courier.example/1", $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Robots-Tag: noai\r\nx-robots-tag: otherbot: noindex\r\n\r\n{page}"),
            WarcRecord("response", "https://courier.example/2", $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=1\r\n world\r\n0\r\n\r\n"),
            WarcRecord("response", "https://courier.example/logo.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
            WarcRecord("response", "https://courier.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno")), "crawl.warc.gz");

        items.Select(item => (item.Url, Text(item), item.PassedOver)).ShouldBe(
        [
            ("https://courier.example/1", page, false),
            ("https://courier.example/2", "hello world", false),
            ("https://courier.example/logo.png", "", true),
            ("https://courier.example/gone", "", true),
        ]);
        (items[0].MediaType, items[0].Charset, items[0].FetchedAt).ShouldBe(("text/html", "utf-8", new DateTimeOffset(2024, 3, 12, 18, 40, 0, TimeSpan.Zero)));
        items[0].Response!.Robots.ShouldBe(["noai", "otherbot: noindex"]);
        items[1].Response.ShouldBeNull();
    }

    [Fact]
    public void A_damaged_entry_of_a_zip_costs_only_itself()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "one.txt", "two.txt" })
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Bytes(Story));
            }
        }

        var bytes = stream.ToArray();
        bytes.AsSpan(37, 20).Fill(0xFF);

        Split(bytes, "a.zip").Select(item => item.Problem is null).ShouldBe([false, true]);
    }
}
