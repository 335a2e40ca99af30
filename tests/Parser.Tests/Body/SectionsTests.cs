using Dateline.Parser.Body;

namespace Dateline.Parser.Tests.Body;

/// <summary>Under which heading a passage stands.</summary>
public sealed class SectionsTests
{
    [Fact]
    public void A_passage_stands_between_the_heading_above_and_the_heading_below()
    {
        var sections = new Sections(PassageList.Of("<p>Lead of the story.</p><h2>Background</h2><p>What went before.</p><p>And after that.</p><h3>About the author</h3><p>Writes on harbours.</p>"));

        Enumerable.Range(0, 6).Select(sections.Head).ShouldBe([-1, -1, 1, 1, 1, 4]);
        Enumerable.Range(0, 6).Select(sections.End).ShouldBe([1, 4, 4, 4, 6, 6]);
    }

    /// <summary>Many templates have no element for a heading but bold letters.</summary>
    [Fact]
    public void A_short_line_in_bold_is_a_heading()
    {
        var sections = new Sections(PassageList.Of("<p><b>Related stories</b></p><p>Ferry strike enters its second week.</p><p><b>The board</b> has voted for it all the same.</p><p>It rains.</p>"));

        Enumerable.Range(0, 4).Select(sections.Head).ShouldBe([-1, 0, 0, 0]);
    }

    [Theory]
    [InlineData("12 comments")]
    [InlineData("Comments (3)")]
    [InlineData("Leave a reply")]
    [InlineData("Kommentare")]
    public void What_readers_wrote_is_told_by_the_line_above(string line)
    {
        var passages = PassageList.Of($"<p>Lead of the story.</p><div><p>{line}</p></div><ul><li>At last!</li></ul>");
        var row = new FeatureRow(Sections.Count);
        new Sections(passages).Add(row, 2, new float[3]);

        row.Values[0].ShouldBe(1);
    }

    [Fact]
    public void A_sentence_about_comments_is_no_such_line()
    {
        var passages = PassageList.Of("<p>Holt's comments angered crews</p><p>They left the hall.</p>");
        var row = new FeatureRow(Sections.Count);
        new Sections(passages).Add(row, 1, new float[2]);

        row.Values[0].ShouldBe(-1000);
    }
}
