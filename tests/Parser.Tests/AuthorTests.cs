namespace Dateline.Parser.Tests;

/// <summary>Pages that name their authors in one broken or unusual way each.</summary>
public sealed class AuthorTests
{
    private const string SiteName = "<meta property='og:site_name' content='Lakeside Courier'>";

    /// <summary>Broken: the graph names the author once and the article only refers to the node.</summary>
    [Fact]
    public void Follows_a_reference_from_the_article_to_the_person() =>
        Authors("""
            <script type="application/ld+json">{"@graph":[
            {"@type":"NewsArticle","headline":"Breakwater to grow","author":{"@id":"#p1"}},
            {"@type":"Person","@id":"#p1","name":"Ana Ruiz"}]}</script>
            """, "").ShouldBe(["Ana Ruiz"]);

    /// <summary>Unusual: the card for sharing is the only place with the full name; meta has an address.</summary>
    [Fact]
    public void Reads_the_labelled_pair_of_a_card_for_sharing() =>
        Authors("""
            <meta name="author" content="a.ruiz@courier.example">
            <meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ana Ruiz">
            """, "").ShouldBe(["Ana Ruiz"]);

    /// <summary>Broken: names follow each other without any separator, each in an element.</summary>
    [Fact]
    public void Parts_names_that_only_their_elements_part() =>
        Authors("", "<div class='article-byline'><span>Ana Ruiz</span> <span>Tom van den Berg</span></div>").ShouldBe(["Ana Ruiz", "Tom van den Berg"]);

    /// <summary>Broken: the post stands in the next element, and no space between the two.</summary>
    [Fact]
    public void Leaves_the_post_of_an_author_out() =>
        Authors("", "<div class='author'><p>Ana Ruiz</p><p>Harbour Reporter</p></div>").ShouldBe(["Ana Ruiz"]);

    /// <summary>Unusual: the place of writing behind the name.</summary>
    [Fact]
    public void Leaves_the_place_behind_a_name_out() =>
        Authors("", "<h5 class='byline'>Von Ana Ruiz, Lakeside</h5>").ShouldBe(["Ana Ruiz"]);

    /// <summary>Broken: one field holds the name, what she is and the site.</summary>
    [Fact]
    public void Leaves_the_description_behind_a_name_out() =>
        Authors(SiteName + """
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Breakwater to grow","author":{"@type":"Person","name":"Ana Ruiz, professor of marine law at the northern university, Lakeside Courier"}}</script>
            """, "").ShouldBe(["Ana Ruiz"]);

    /// <summary>Broken: the template writes the picture's credit into the authors.</summary>
    [Fact]
    public void Takes_the_credit_of_a_picture_for_no_author() =>
        Authors("<meta name='author' content='Ana Ruiz'><meta name='author' content='(Image: Some Archive/Stock)'>", "").ShouldBe(["Ana Ruiz"]);

    /// <summary>Broken: the element of the author holds a script that draws an icon.</summary>
    [Fact]
    public void Reads_no_script_as_a_name() =>
        Authors(SiteName + "<meta name='author' content='Lakeside Courier'>", "<div class='author'><script>icons.push('author')</script></div>").ShouldBe(["Lakeside Courier"]);

    /// <summary>Unusual: a desk is declared, and the page shows who wrote it.</summary>
    [Fact]
    public void Prefers_the_person_who_is_shown_to_the_desk_that_is_declared() =>
        Authors("<meta name='author' content='Newsroom Lakeside'>", "<p>By <a href='/authors/ana-ruiz'>Dr. Ana Ruiz</a></p>").ShouldBe(["Dr. Ana Ruiz"]);

    /// <summary>Unusual: a desk is declared, and the line of the author holds initials only.</summary>
    [Fact]
    public void Keeps_the_desk_where_only_initials_are_shown() =>
        Authors("<meta name='author' content='Redaktion Lakeside'>", "<span class='author'>arz</span>").ShouldBe(["Redaktion Lakeside"]);

    /// <summary>Broken: the content system writes the login, or the account that it was set up with.</summary>
    [Theory]
    [InlineData("aruiz-2")]
    [InlineData("Super User")]
    [InlineData("Administrator")]
    public void Takes_a_login_for_no_name(string account) =>
        Authors($"<meta name='author' content='{account}'>", "").ShouldBeEmpty();

    /// <summary>Unusual: agency and paper sign together.</summary>
    [Fact]
    public void Keeps_paper_and_agency_where_no_person_signs() =>
        Authors(SiteName + """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Breakwater to grow","author":[{"@type":"Person","name":"Lakeside Courier et AFP"}]}</script>""", "")
            .ShouldBe(["Lakeside Courier", "AFP"]);

    /// <summary>Unusual: a list of facts under the story has the author behind a label.</summary>
    [Fact]
    public void Finds_the_name_behind_a_label_under_the_story() =>
        Authors("", "", "<ul><li><strong>Autorin/Autor</strong> Ana Ruiz</li></ul>").ShouldBe(["Ana Ruiz"]);

    /// <summary>Unusual: Chinese papers name the editor in brackets under the story.</summary>
    [Fact]
    public void Finds_the_names_in_brackets_under_the_story() =>
        Authors("", "", "<div>(责编：王小明、李华)</div>").ShouldBe(["王小明", "李华"]);

    /// <summary>Unusual: the byline goes on with a link to the section.</summary>
    [Fact]
    public void Ends_the_byline_before_the_section() =>
        Authors("", "<p>By LCN, in <a href='/news'>News</a></p>").ShouldBe(["LCN"]);

    private static IReadOnlyList<string> Authors(string head, string byline, string after = "") =>
        Samples.Article(Samples.Page($"<title>Breakwater to grow</title>{head}", $"<article><h1>Breakwater to grow</h1>{byline}{Samples.Story}{after}</article>"), "a.html").Authors;
}
