using Dateline.Dashboard.Text;

namespace Dateline.Dashboard.Tests.Text;

public sealed class MarkedTextTests
{
    [Fact]
    public void Tells_found_words_from_the_rest() =>
        MarkedText.Read("the <mark>tidal</mark> gate").ShouldBe([new("the ", false), new("tidal", true), new(" gate", false)]);

    [Fact]
    public void Takes_every_other_tag_for_text() =>
        MarkedText.Read("<b onclick=x()><mark>a</mark></b>").ShouldBe([new("<b onclick=x()>", false), new("a", true), new("</b>", false)]);

    [Fact]
    public void Gives_escaped_characters_back_as_text() =>
        MarkedText.Read("R&amp;D &lt;mark&gt;").ShouldBe([new("R&D <mark>", false)]);

    [Fact]
    public void Lets_a_mark_that_is_not_closed_reach_to_the_end() =>
        MarkedText.Read("a <mark>b c").ShouldBe([new("a ", false), new("b c", true)]);

    [Fact]
    public void Reads_nothing_from_nothing() => MarkedText.Read("").ShouldBeEmpty();
}
