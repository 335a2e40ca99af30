using Dateline.Contracts;

namespace Dateline.Parser.Tests;

public sealed class WireTextTests
{
    private const string Wire = """
        Port Amsel, 14 May 2024 (NKD): Harbour Minister Ilse Tarrant opened the rebuilt grain terminal of Port Amsel on Tuesday and promised that the first ships would leave within a week.

        The terminal had been closed since a fire destroyed two of its silos, and growers upriver have been storing last year's wheat in barns.

        See also: Growers count the cost of a wet spring

        Engineers tested the conveyor belts for nine days. The new silos hold forty thousand tonnes, a third more than the old ones.

        Meeting of Ilse Tarrant with the growers

        Tarrant also met representatives of the growers' union. They asked for lower fees during the first season, and she agreed to look into it.

        Harbour Minister Ilse Tarrant, and union chair Bo Lindqvist at the grain terminal in Port Amsel.
        Harbour Minister Ilse Tarrant and union chair Bo Lindqvist at the grain terminal in Port Amsel

        The minister will report to parliament on the last day of the month.
        """;

    [Fact]
    public void Reads_the_dateline_with_an_agency_code()
    {
        var dateline = Samples.Article(Wire).Dateline.ShouldNotBeNull();

        dateline.ShouldBe(new Contracts.Dateline { Place = "Port Amsel", Date = new DateOnly(2024, 5, 14), Agency = "NKD" });
    }

    [Fact]
    public void Takes_the_day_of_publication_from_the_dateline()
    {
        var published = Samples.Article(Wire).Published.ShouldNotBeNull();

        published.Value.ShouldBe(new DateTimeOffset(2024, 5, 14, 0, 0, 0, TimeSpan.Zero));
        published.Precision.ShouldBe(DatePrecision.Day);
        published.Source.ShouldBe("dateline");
        published.ZoneKnown.ShouldBeFalse();
    }

    [Fact]
    public void Derives_a_title_from_the_first_sentence_without_the_dateline_and_says_so()
    {
        var article = Samples.Article(Wire);

        article.TitleDerived.ShouldBeTrue();
        article.Title.ShouldBe("Harbour Minister Ilse Tarrant opened the rebuilt grain terminal of Port Amsel on Tuesday and promised that the first…");
    }

    [Fact]
    public void Keeps_the_first_paragraph_as_it_was_written() =>
        Samples.Article(Wire).Blocks[0].Text.ShouldStartWith("Port Amsel, 14 May 2024 (NKD): Harbour Minister");

    [Fact]
    public void Leaves_the_link_line_out_of_the_text() =>
        Samples.Article(Wire).Text.ShouldNotContain("wet spring");

    [Fact]
    public void Keeps_a_caption_that_stands_twice_once_and_marks_it()
    {
        var captions = Samples.Article(Wire).Blocks.Where(block => block.Kind == BlockKind.Caption).ToList();

        captions.ShouldHaveSingleItem().Text.ShouldBe("Harbour Minister Ilse Tarrant, and union chair Bo Lindqvist at the grain terminal in Port Amsel.");
    }

    [Fact]
    public void Marks_a_short_line_between_paragraphs_as_a_heading()
    {
        var headings = Samples.Article(Wire).Blocks.Where(block => block.Kind == BlockKind.Heading).ToList();

        headings.ShouldHaveSingleItem().Text.ShouldBe("Meeting of Ilse Tarrant with the growers");
    }

    [Fact]
    public void Takes_slug_headline_and_byline_off_the_top()
    {
        var article = Samples.Article("""
            BC-AMS--Grain Terminal, 2nd Ld
            URGENT
            Port Amsel reopens its grain terminal
            By Nora Quist and TOMAS REY

            PORT AMSEL, May 14 (AP) — The grain terminal of Port Amsel opened again on Tuesday after two years of work on its silos.

            Ships will leave within a week, the harbour master said in the morning.
            """);

        article.Title.ShouldBe("Port Amsel reopens its grain terminal");
        article.TitleDerived.ShouldBeFalse();
        article.Authors.ShouldBe(["Nora Quist", "Tomas Rey"]);
        article.Blocks.Count.ShouldBe(2);
    }

    [Fact]
    public void Takes_end_marks_notes_and_contacts_off_the_bottom()
    {
        var article = Samples.Article("""
            Amsel Rail orders twelve trains

            Amsel Rail has ordered twelve electric trains for its coastal line, the company said on Monday. They will run from next winter.

            (MORE)

            The trains seat two hundred passengers each and reach a hundred and sixty kilometres an hour, a fifth more than those they replace.

            ENDS

            Notes to editors: pictures can be had from the press office.
            Press office: +00 555 010 010, press@amselrail.example
            """);

        article.Blocks.Select(block => block.Kind).ShouldBe([BlockKind.Paragraph, BlockKind.Paragraph]);
        article.Text.ShouldNotContain("example");
    }

    [Theory]
    [InlineData("jdu/mla/abc")]
    [InlineData("Associated Press Business Writer")]
    [InlineData("IPS Bureau Report")]
    [InlineData("© nkd-infocom, nkd:240514-930-286521/1")]
    [InlineData("(c) 2024 AFP")]
    [InlineData("Copyright 2024 The Amsel News Desk. All rights reserved. This text may not be sold on.")]
    [InlineData("___")]
    [InlineData("* * *")]
    public void Leaves_out_how_a_desk_signs_the_end(string line)
    {
        var article = Samples.Article($"""
            The river town of Amsel has banned cars from its old bridge after engineers found cracks in two of the five piers.

            The ban will last until autumn, the mayor said, and buses will take the motorway instead.
            {line}
            """);

        article.Blocks.Select(block => block.Text[..8]).ShouldBe(["The rive", "The ban "]);
        article.Text.ShouldEndWith("motorway instead.");
    }

    [Fact]
    public void Leaves_out_the_word_that_ends_a_last_sentence() =>
        Samples.Article("AMSEL, March 3 (Xinhua) -- Lanternfish have come back to the southern bay after an absence of two decades, researchers said. Enditem")
            .Text.ShouldEndWith("researchers said.");

    [Theory]
    [InlineData("The union wants higher pay, shorter nights and/or a place to sleep.")]
    [InlineData("Copyright is what the two publishers have fought over in three courts since the spring, and neither of them wants to say whether the singer whose diaries they both printed was ever asked, what she would have wanted, or which of the two contracts her lawyer had signed first.")]
    public void Keeps_a_last_line_that_tells_something(string line) =>
        Samples.Article($"""
            The river town of Amsel has banned cars from its old bridge after engineers found cracks in two of the five piers.

            {line}
            """).Text.ShouldEndWith(line);

    [Fact]
    public void Reads_the_head_of_a_story_that_was_sent_more_than_once()
    {
        var article = Samples.Article("""
            REFILE-UPDATE 2-Miners of Amsel strike for a third week
            (Adds what the company says)
            By NORA QUIST
            Associated Press Business Writer
            AMSEL, May 14 (AP) — The miners of Amsel will strike for a third week after talks over bonuses broke down, their union said on Tuesday.

            The company said that output had fallen by more than a half.
            """);

        article.Title.ShouldBe("Miners of Amsel strike for a third week");
        article.Authors.ShouldBe(["Nora Quist"]);
        article.Blocks.Count.ShouldBe(2);
    }

    [Fact]
    public void Takes_the_desks_name_of_a_story_for_no_headline()
    {
        var article = Samples.Article("""
            Amsel-grève-bateaux
            Amsel, 12 mars 2024 (AFP) - Les bateaux de la ligne des îles resteront à quai jeudi, ont annoncé mardi les syndicats du port.

            Un départ sur trois sera assuré vendredi.
            """);

        article.Title.ShouldBe("Les bateaux de la ligne des îles resteront à quai jeudi, ont annoncé mardi les syndicats du port");
        article.TitleDerived.ShouldBeTrue();
        article.Blocks.Count.ShouldBe(2);
    }

    [Fact]
    public void Names_the_reporters_of_a_closing_credit_and_takes_it_out()
    {
        var article = Samples.Article("""
            The river town of Amsel has banned cars from its old bridge after engineers found cracks in two of the five piers.

            The ban will last until autumn, the mayor said, and buses will take the motorway instead.

            (Reporting by Nora Quist and Tomas Rey; Editing by Ana Bell)
            """);

        article.Authors.ShouldBe(["Nora Quist", "Tomas Rey"]);
        article.Blocks.Count.ShouldBe(2);
    }

    [Fact]
    public void Joins_the_lines_of_a_hard_wrapped_text()
    {
        var article = Samples.Article("""
            The river town of Amsel has banned cars from its old bridge after
            engineers found cracks in two of the five piers, and the mayor said
            that the ban would last until autumn at least.

            Buses will take the motorway instead, which adds twenty minutes to
            the way to school for most of the children on the left bank.
            """);

        article.Blocks.Count.ShouldBe(2);
        article.Blocks[0].Text.ShouldContain("bridge after engineers found");
    }

    [Theory]
    [InlineData("Also Read: Ferry strike enters its second week")]
    [InlineData("READ MORE: Ferry strike enters its second week")]
    [InlineData("Related: Ferry strike enters its second week")]
    [InlineData("Lesen Sie auch: Fährstreik geht in die zweite Woche")]
    [InlineData("À lire aussi : La grève des ferries continue")]
    [InlineData("Lea también: Sigue la huelga de los transbordadores")]
    [InlineData("Leia também: Greve das balsas continua")]
    [InlineData("Leggi anche: Continua lo sciopero dei traghetti")]
    [InlineData("Читайте также: Забастовка паромов продолжается")]
    [InlineData("Read more at https://courier.example/ferry")]
    [InlineData("https://courier.example/ferry")]
    public void Leaves_link_lines_of_many_languages_out(string line)
    {
        var article = Samples.Article($"""
            The river town of Amsel has banned cars from its old bridge after engineers found cracks in two of the five piers.

            {line}

            The ban will last until autumn, the mayor said, and buses will take the motorway instead.
            """);

        article.Blocks.Count.ShouldBe(2);
    }

    [Fact]
    public void Keeps_prose_that_begins_like_a_link_line()
    {
        var article = Samples.Article("""
            The library of Amsel opens on Sundays from May, and its director hopes that this brings back readers it lost.

            Read more than three books and you get a prize, she told the children who came to the first of the Sundays.
            """);

        article.Blocks.Count.ShouldBe(2);
    }

    [Fact]
    public void Finds_no_dateline_where_a_name_has_a_hyphen()
    {
        var article = Samples.Article("Ben-Rivka University of Amsel summoned two students on Monday after a protest in front of its main library turned loud.");

        article.Dateline.ShouldBeNull();
    }
}
