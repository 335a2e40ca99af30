using Dateline.Contracts;
using static Dateline.Parser.Tests.Formats.Pdf;

namespace Dateline.Parser.Tests.Formats;

public sealed class PdfTests
{
    private static readonly string[] Left =
    [
        "The harbour board of Lakeside has voted to leng-", "then the northern breakwater by forty metres,", "ending a dispute that had divided the town for", "more than three years, its chair has said, and",
    ];

    private static readonly string[] Right =
    [
        "that had cost the town two moored boats in the", "storm of last winter. Work begins in spring.",
    ];

    [Fact]
    public void Reads_columns_words_parted_at_lines_ends_and_the_headline()
    {
        var page = Lines(50, 760, 24, "Town to lengthen breakwater") + Lines(50, 700, 10, Left) + Lines(320, 700, 10, Right);

        var article = Parse(Pages("/Author (Maja Lind) /CreationDate (D:20240312194000+01'00') /Title (Microsoft Word - a.doc)", page)).ShouldBeOfType<ParseResult.Parsed>().Article;

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.Authors.ShouldBe(["Maja Lind"]);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 19, 40, 0, TimeSpan.FromHours(1)));
        article.Text.ShouldBe("The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a dispute that had divided the town for more than three years, its chair has said, and that had cost the town two moored boats in the storm of last winter. Work begins in spring.");
    }

    [Fact]
    public void Leaves_running_heads_and_page_numbers_out()
    {
        var pages = Enumerable.Range(1, 4).Select(n => Lines(50, 800, 8, $"The Lakeside Courier, page {n}") + Lines(50, 700, 10, [.. Left, $"that was part {n} of the story."]) + Lines(290, 30, 8, $"- {n} -")).ToArray();

        var text = Parse(Pages("", pages)).ShouldBeOfType<ParseResult.Parsed>().Article.Text;

        text.ShouldContain("part 3 of the story");
        text.ShouldNotContain("Courier");
        text.ShouldNotContain("- 2 -");
    }

    [Fact]
    public void Says_that_a_file_of_pictures_has_no_text() =>
        Parse(Pages("", "0 0 100 100 re f")).ShouldBeOfType<ParseResult.Rejected>().Detail.ShouldContain("text recognition");

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    [InlineData(500)]
    public void Says_that_a_file_is_cut_off(int bytes) =>
        Parse(Pages("", Lines(50, 700, 10, Left))[..bytes]).ShouldBeOfType<ParseResult.Rejected>();

    [Fact]
    public void Refuses_a_stream_that_unpacks_beyond_the_bound() =>
        Parse(File(
            Raw("<< /Type /Catalog /Pages 2 0 R >>"), Raw("<< /Type /Pages /Count 1 /Kids [4 0 R] >>"), Raw("<< >>"),
            Raw("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 5 0 R >>"),
            Stream(new byte[300 << 20], packed: true))).ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Ends_on_pages_that_are_their_own_parents() =>
        Parse(File(Raw("<< /Type /Catalog /Pages 2 0 R >>"), Raw("<< /Type /Pages /Count 2 /Parent 2 0 R /Kids [2 0 R 2 0 R] >>"), Raw("<< >>"))).ShouldBeOfType<ParseResult.Rejected>();

    [Fact]
    public void Ends_on_forms_that_draw_themselves() =>
        Parse(Forms(1, own: true)).ShouldBeOfType<ParseResult.Rejected>();

    /// <summary>Ten forms, each of which draws the next one ten times: ten thousand million drawings in two kilobytes.</summary>
    [Fact]
    public void Ends_on_forms_that_multiply() =>
        Parse(Forms(10, own: false), new ParserOptions { MaxPdfTime = TimeSpan.FromSeconds(1) }).ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Does_not_believe_what_a_form_says_of_its_filters() =>
        Parse(Forms(10, own: false, more: "/Filter [] /Note (/FlateDecode)"), new ParserOptions { MaxPdfTime = TimeSpan.FromSeconds(1) }).ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Ends_on_packed_forms_that_multiply() =>
        Parse(Forms(10, own: false, packed: true)).ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Reads_what_forms_within_forms_show()
    {
        var article = Parse(File(
        [
            Raw("<< /Type /Catalog /Pages 2 0 R >>"), Raw("<< /Type /Pages /Count 1 /Kids [4 0 R] >>"), Raw("<< >>"),
            Raw("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 8 0 R >> /XObject << /X 6 0 R >> >> /Contents 5 0 R >>"),
            Stream(Raw("/X Do"), packed: true),
            Stream(Raw("/Y Do"), packed: true, more: "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Y 7 0 R >> >>"),
            Stream(Raw(Lines(60, 700, 12, Left)), packed: true, more: "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 8 0 R >> >>"),
            Raw("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
        ])).ShouldBeOfType<ParseResult.Parsed>().Article;

        article.Text.ShouldStartWith("The harbour board of Lakeside");
    }

    [Fact]
    public void Letters_that_are_printed_over_each_other_are_read_once()
    {
        var article = Parse(Pages("", string.Concat(Enumerable.Repeat(Lines(60, 700, 12, Left), 40)))).ShouldBeOfType<ParseResult.Parsed>().Article;

        article.Text.ShouldStartWith("The harbour board of Lakeside");
        article.Text.Split("Lakeside").Length.ShouldBe(2);
    }

    private static byte[] Forms(int count, bool own, string more = "", bool packed = false) => File(
    [
        Raw("<< /Type /Catalog /Pages 2 0 R >>"), Raw("<< /Type /Pages /Count 1 /Kids [4 0 R] >>"), Raw("<< >>"),
        Raw("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >> /Contents 5 0 R >>"),
        Stream(Raw("/X Do")),
        .. Enumerable.Range(0, count).Select(n => Stream(
            Raw(string.Concat(Enumerable.Repeat("/X Do ", own || n < count - 1 ? 10 : 0))), packed,
            more: $"{more} /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {(own ? 6 : Math.Min(7 + n, 5 + count))} 0 R >> >>")),
    ]);
}
