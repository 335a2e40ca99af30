using Dateline.Contracts;

namespace Dateline.Parser.Tests.Formats;

public sealed class MailTests
{
    private const string First = "The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a long dispute.";
    private const string Second = "Work will begin in spring, once the herring season is over, and should take eleven months, the board's chair said.";

    [Fact]
    public void Reads_a_mail()
    {
        var article = Samples.Article($"""
            Return-Path: <maja@courier.example>
            From: Maja Lind <maja@courier.example>
            To: desk@agency.example
            Subject: =?utf-8?q?Fwd:_Town_to_lengthen_breakwater_=E2=80=93_at_last?=
            Date: Tue, 12 Mar 2024 19:40:00 +0100
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            {First}

            {Second}
            """ + "\n\n-- \nMaja Lind\nThe Lakeside Courier\n");

        article.Title.ShouldBe("Town to lengthen breakwater – at last");
        article.Authors.ShouldBe(["Maja Lind"]);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 19, 40, 0, TimeSpan.FromHours(1)));
        article.Blocks.Select(block => block.Text).ShouldBe([First, Second]);
    }

    [Fact]
    public void Takes_end_mark_and_contacts_off_a_mailed_release()
    {
        var article = Samples.Article($"""
            From: Lakeside Harbour Board <press@harbour.example>
            Subject: Breakwater to grow by forty metres
            Date: Tue, 12 Mar 2024 18:40:00 +0000
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            {First}

            {Second}

            - ENDS -

            Media contact: Maja Lind, +00 555 010 010
            """);

        article.Blocks.Select(block => block.Text).ShouldBe([First, Second]);
    }

    [Fact]
    public void Reads_the_markup_of_a_newsletter_whose_plain_part_only_links_to_it()
    {
        var article = Samples.Article($"""
            From: The Lakeside Courier <news@courier.example>
            Subject: Town to lengthen breakwater
            Date: Tue, 12 Mar 2024 18:40:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain

            Read this in your browser: https://courier.example/1
            --b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <html><body><h2>The vote</h2><p>{First}</p><p>{Second} =C3=89t=C3=A9.</p></body></html>
            --b--
            """);

        article.Blocks.ShouldBe(
        [
            new Block { Kind = BlockKind.Heading, Level = 2, Text = "The vote" },
            new Block { Kind = BlockKind.Paragraph, Text = First },
            new Block { Kind = BlockKind.Paragraph, Text = $"{Second} Été." },
        ]);
    }

    [Fact]
    public void Reads_a_page_that_a_browser_saved()
    {
        var page = Samples.Page("<title>Town to lengthen breakwater</title>", $"<article><h1>Town to lengthen breakwater</h1>{Samples.Story}</article>");

        var article = Samples.Article($"""
            From: <Saved by Blink>
            Snapshot-Content-Location: https://courier.example/breakwater
            Subject: Town to lengthen breakwater
            Date: Tue, 12 Mar 2030 18:40:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="b"

            --b
            Content-Type: text/html
            Content-Location: https://courier.example/breakwater

            {page}
            --b
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: https://courier.example/logo.png

            AAAA
            --b--
            """, "saved.mhtml");

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.Blocks.Count.ShouldBe(4);
        article.Published.ShouldBeNull("the day it was saved is not the day it was published");
    }

    [Fact]
    public void A_text_with_a_date_line_is_no_mail() =>
        Samples.Article($"Subject: Town\nDate: 12 March 2024\n\n{First}\n", "a.txt").Text.ShouldEndWith(First);

    [Fact]
    public void Reads_a_mail_of_ten_thousand_parts() =>
        Samples.Article($"MIME-Version: 1.0\nSubject: Town\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n{First}\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: text/plain\n\nx\n", 10_000)) + "--b--\n").Text.ShouldBe(First);

    [Fact]
    public void Ends_on_parts_nested_a_thousand_deep()
    {
        var mail = "MIME-Version: 1.0\nSubject: Town\n" + string.Concat(Enumerable.Range(0, 1_000).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}x\n\n--b{n}x\n")) + $"Content-Type: text/plain\n\n{First}\n";

        Samples.Parse(mail, "a.eml").ShouldNotBeNull();
    }

    [Fact]
    public void Ends_on_mails_nested_ten_thousand_deep() =>
        Samples.Parse("MIME-Version: 1.0\nSubject: Town\n" + string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 10_000)) + First, "a.eml").ShouldNotBeNull();

    [Fact]
    public void Refuses_a_mail_of_a_million_parts() =>
        Samples.Rejected("From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\na\n", 200_000)), "a.eml").ShouldSatisfyAllConditions(
            rejected => rejected.Reason.ShouldBe(RejectionReason.TooLarge),
            rejected => rejected.Detail.ShouldContain("parts"));

    [Fact]
    public void Refuses_a_mail_whose_header_has_no_end() =>
        Samples.Rejected("From: a@b.example\nMIME-Version: 1.0\nSubject: " + string.Concat(Enumerable.Repeat("=?utf-8?q?a?= ", 100_000)), "a.eml").ShouldSatisfyAllConditions(
            rejected => rejected.Reason.ShouldBe(RejectionReason.TooLarge),
            rejected => rejected.Detail.ShouldContain("header"));

    [Fact]
    public void Says_that_a_mail_has_only_attachments() =>
        Samples.Rejected("MIME-Version: 1.0\nSubject: Town\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\nContent-Transfer-Encoding: base64\n\nAAAA\n", "a.eml").Detail.ShouldContain("attachments");
}
