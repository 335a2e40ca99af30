using Dateline.Contracts;

namespace Dateline.Parser.Tests.Formats;

/// <summary>Stories as agencies send them.</summary>
public sealed class NewsTests
{
    private const string First = "The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a long dispute.";
    private const string Second = "Work begins in May and is to be finished before the autumn storms, the board said after the vote.";

    private const string Nitf = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE nitf SYSTEM "http://www.nitf.example/nitf-3-4.dtd">
        <nitf xml:lang="en-GB">
          <head>
            <title>BREAKWATER</title>
            <tobject tobject.type="news"><tobject.subject tobject.subject.refnum="04015000" tobject.subject.type="Economy" tobject.subject.matter="Transport"/></tobject>
            <docdata>
              <doc-id regsrc="CNS" id-string="cns-1"/>
              <date.issue norm="20240312T194000+0100"/>
              <doc.copyright holder="Coast News Service" year="2024"/>
              <key-list><keyword key="harbours"/></key-list>
            </docdata>
            <revision-history norm="20240312T201500Z"/>
          </head>
          <body>
            <body.head>
              <hedline><hl1>Town to lengthen breakwater</hl1><hl2>Long dispute is over</hl2></hedline>
              <byline>By <person>Maja Lind</person><byttl>Harbour correspondent</byttl></byline>
              <dateline><location>LAKESIDE</location>, <story.date norm="20240312">March 12</story.date></dateline>
            </body.head>
            <body.content>
              <media media-type="image"><media-reference mime-type="image/jpeg" source="https://pictures.example/1.jpg"/><media-caption>The breakwater, seen from the pier.</media-caption><media-producer>O. Brandt</media-producer></media>
              <p>{First}</p>
              <hl2>What it costs</hl2>
              <p>{Second}</p>
              <ul><li>Stones &amp; sand</li><li>A crane</li></ul>
            </body.content>
            <body.end><tagline>CNS</tagline></body.end>
          </body>
        </nitf>
        """;

    [Fact]
    public void Keeps_the_conditions_of_a_story_in_nitf() =>
        Samples.Article(Nitf.Replace("<byline>", "<rights>For use until <rights.enddate norm=\"20240601\">1 June</rights.enddate>, online only.</rights><byline>"), "story.dat")
            .Terms!.License.ShouldBe("For use until 1 June, online only.");

    [Fact]
    public void Reads_a_story_in_nitf()
    {
        var article = Samples.Article(Nitf, "story.dat");

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.TitleDerived.ShouldBeFalse();
        article.Authors.ShouldBe(["Maja Lind"]);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 19, 40, 0, TimeSpan.FromHours(1)));
        article.Modified!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 20, 15, 0, TimeSpan.Zero));
        article.Dateline.ShouldBe(new Contracts.Dateline { Place = "LAKESIDE", Date = new DateOnly(2024, 3, 12) });
        article.DeclaredLanguage.ShouldBe("en-GB");
        article.SiteName.ShouldBe("Coast News Service");
        article.Tags.ShouldBe(["Economy", "Transport", "harbours"]);
        article.Image.ShouldBe("https://pictures.example/1.jpg");
        article.Blocks.ShouldBe(
        [
            new Block { Kind = BlockKind.Heading, Text = "Long dispute is over", Level = 2 },
            new Block { Kind = BlockKind.Caption, Text = "The breakwater, seen from the pier." },
            new Block { Kind = BlockKind.Paragraph, Text = First },
            new Block { Kind = BlockKind.Heading, Text = "What it costs", Level = 2 },
            new Block { Kind = BlockKind.Paragraph, Text = Second },
            new Block { Kind = BlockKind.List, Text = "Stones & sand\nA crane" },
        ]);
    }

    [Fact]
    public void Leaves_the_writers_title_out_of_a_byline_without_a_person() =>
        Samples.Article($"<nitf><body><body.head><byline>By Otto Brandt<byttl>Staff Writer</byttl></byline></body.head><body.content><p>{First}</p></body.content></body></nitf>", "a.xml")
            .Authors.ShouldBe(["Otto Brandt"]);

    [Fact]
    public void Knows_the_entities_that_agencies_use_without_their_dtd() =>
        Samples.Article($"<nitf><body><body.head><hedline><hl1>Caf&eacute; &amp; bar &unknown;</hl1></hedline></body.head><body.content><p>{First}</p></body.content></body></nitf>", "a.xml")
            .Title.ShouldBe("Café & bar &unknown;");

    [Theory]
    [InlineData("<inlineXML contenttype=\"application/nitf+xml\"><nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><body.content><p>{0}</p></body.content></body></nitf></inlineXML>")]
    [InlineData("<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><p>{0}</p></body></html></inlineXML>")]
    [InlineData("<inlineData contenttype=\"text/plain\">{0}</inlineData>")]
    public void Reads_an_item_of_newsml_however_it_holds_its_text(string content)
    {
        var article = Samples.Article(Item(string.Format(System.Globalization.CultureInfo.InvariantCulture, content, First)), "item.dat");

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.Authors.ShouldBe(["Maja Lind"]);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 18, 40, 0, TimeSpan.Zero));
        article.Modified!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 20, 15, 0, TimeSpan.Zero));
        article.Dateline!.Place.ShouldBe("Lakeside");
        article.DeclaredLanguage.ShouldBe("en");
        article.SiteName.ShouldBe("Coast News Service");
        article.Tags.ShouldBe(["harbours", "breakwater"]);
        article.Blocks.ShouldBe([new Block { Kind = BlockKind.Paragraph, Text = First }]);
    }

    [Theory]
    [InlineData("<usageTerms>Not for use after 2024-04-12.</usageTerms>", "Not for use after 2024-04-12.")]
    [InlineData("<usageTerms uri=\"https://cns.example/terms\">Not for use after 2024-04-12.</usageTerms>", "https://cns.example/terms")]
    [InlineData("", null)]
    public void Keeps_on_what_terms_an_item_may_be_used(string rights, string? expected) =>
        (Samples.Article(Item($"<inlineData>{First}</inlineData>").Replace("<copyrightHolder literal=\"CNS\"/>", rights, StringComparison.Ordinal), "t.xml").Terms?.License)
            .ShouldBe(expected);

    [Fact]
    public void Reads_a_message_with_one_item() =>
        Samples.Article($"<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><channel>a</channel></header><itemSet>{Item($"<inlineData>{First}</inlineData>")}</itemSet></newsMessage>", "m.xml")
            .Title.ShouldBe("Town to lengthen breakwater");

    [Fact]
    public void Says_that_a_message_holds_several_items() =>
        Samples.Rejected($"<newsMessage><itemSet>{Item("")}{Item("")}</itemSet></newsMessage>", "m.xml").ShouldSatisfyAllConditions(
            rejected => rejected.Reason.ShouldBe(RejectionReason.NotAnArticle),
            rejected => rejected.Detail.ShouldContain("2 news items"));

    [Fact]
    public void Says_that_an_item_is_a_picture() =>
        Samples.Rejected(Item("<remoteContent href=\"https://pictures.example/1.jpg\" contenttype=\"image/jpeg\"/>"), "p.xml").Detail.ShouldContain("no text");

    [Fact]
    public void A_nested_bomb_is_refused_with_the_bound() =>
        Samples.Rejected("<nitf>" + string.Concat(Enumerable.Repeat("<block>", 10_000)) + string.Concat(Enumerable.Repeat("</block>", 10_000)) + "</nitf>", "b.xml").ShouldSatisfyAllConditions(
            rejected => rejected.Reason.ShouldBe(RejectionReason.TooLarge),
            rejected => rejected.Detail.ShouldContain("Parser:MaxHtmlDepth"));

    [Fact]
    public void An_element_whose_attributes_have_no_end_is_refused() =>
        Samples.Rejected($"<nitf {string.Concat(Enumerable.Range(0, 20_000).Select(n => $"a{n}=\"\" "))}><body/></nitf>", "a.xml").Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Entities_that_a_file_declares_are_not_expanded() =>
        Samples.Article($"<!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><nitf><body><body.content><p>{First} &b;</p></body.content></body></nitf>", "a.xml")
            .Text.ShouldNotContain("aaaaaaaaaa");

    [Fact]
    public void Says_where_the_xml_breaks_off() =>
        Samples.Rejected("<nitf><body><body.head>", "b.xml").Reason.ShouldBe(RejectionReason.Malformed);

    private static string Item(string content) =>
        $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:cns.example:20240312:1" version="2" standard="NewsML-G2" xml:lang="en">
          <rightsInfo><copyrightHolder literal="CNS"/></rightsInfo>
          <itemMeta>
            <itemClass qcode="ninat:text"/><provider literal="cns"><name>Coast News Service</name></provider>
            <versionCreated>2024-03-12T20:15:00Z</versionCreated><firstCreated>2024-03-12T18:40:00Z</firstCreated>
          </itemMeta>
          <contentMeta>
            <located><name>Lakeside</name></located><by>By Maja Lind</by><headline>Town to lengthen breakwater</headline>
            <subject qcode="medtop:20000001"><name>harbours</name></subject><keyword>breakwater</keyword>
          </contentMeta>
          <contentSet>{content}</contentSet>
        </newsItem>
        """;
}
