using Dateline.Contracts;
using static Dateline.Parser.Tests.Formats.Word;

namespace Dateline.Parser.Tests.Formats;

public sealed class WordTests
{
    private const string First = "The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a long dispute.";

    [Fact]
    public void Reads_a_word_document()
    {
        var article = Parse(Document(
            P("Town to lengthen breakwater", "Title")
            + $"<w:p><w:r><w:t xml:space=\"preserve\">The harbour board </w:t></w:r><w:del><w:r><w:delText>of Hill </w:delText></w:r></w:del><w:r><w:t>of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a long dispute.</w:t></w:r></w:p>"
            + P("What it costs", "Heading2")
            + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Stones</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>A crane</w:t></w:r></w:p>"
            + $"<w:tbl><w:tr><w:tc>{P("Year")}</w:tc><w:tc>{P("Crowns")}</w:tc></w:tr><w:tr><w:tc>{P("2024")}</w:tc><w:tc>{P("nine million")}</w:tc></w:tr></w:tbl>",
            "<dc:title>Document1</dc:title><dc:creator>Maja Lind; Otto Brandt</dc:creator><cp:keywords>harbour, Lakeside</cp:keywords><dcterms:created>2024-03-12T18:40:00Z</dcterms:created>"))
            .ShouldBeOfType<ParseResult.Parsed>().Article;

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.Authors.ShouldBe(["Maja Lind", "Otto Brandt"]);
        article.Tags.ShouldBe(["harbour", "Lakeside"]);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 18, 40, 0, TimeSpan.Zero));
        article.Blocks.ShouldBe(
        [
            new Block { Kind = BlockKind.Paragraph, Text = First },
            new Block { Kind = BlockKind.Heading, Level = 2, Text = "What it costs" },
            new Block { Kind = BlockKind.List, Text = "Stones\nA crane" },
            new Block { Kind = BlockKind.Table, Text = "Year | Crowns\n2024 | nine million" },
        ]);
    }

    [Fact]
    public void Opens_nothing_that_a_document_refers_to_and_expands_no_entity() =>
        Parse(Parts(
            ("[Content_Types].xml", "<Types/>"),
            ("word/_rels/document.xml.rels", "<Relationships><Relationship Target=\"http://127.0.0.1:1/x\" TargetMode=\"External\"/></Relationships>"),
            ("word/document.xml", "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>")))
            .ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.Malformed);

    [Fact]
    public void Refuses_a_document_that_unpacks_beyond_the_bound() =>
        Parse(Document(P(new string('x', 80 << 20)))).ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Refuses_a_document_that_is_nested_without_end() =>
        Parse(Document(string.Concat(Enumerable.Repeat("<w:sdt>", 100_000)))).ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Refuses_an_element_whose_attributes_have_no_end() =>
        Parse(Document($"<w:p {string.Concat(Enumerable.Range(0, 20_000).Select(n => $"a{n}=\"\" "))}/>")).ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Refuses_a_text_that_is_longer_than_an_article() =>
        Parse(Document(P(new string('a', 3_000_000)))).ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Says_that_a_document_is_damaged() =>
        Parse(Document(P(First))[..^60]).ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.Malformed);
}
