using Dateline.Dashboard.Text;

namespace Dateline.Dashboard.Tests.Text;

public sealed class ChangedTextTests
{
    [Fact]
    public void Shows_which_words_of_a_paragraph_went_and_which_came()
    {
        var lines = ChangedText.Read("@@ -1,1 +1,1 @@\n-costs [-214-] million\n+costs {+219+} million\n");

        lines.Count.ShouldBe(2);
        lines[0].Kind.ShouldBe(ChangeKind.Removed);
        lines[0].Parts.ShouldBe([new("costs ", false), new("214", true), new(" million", false)]);
        lines[1].Kind.ShouldBe(ChangeKind.Added);
        lines[1].Parts.ShouldBe([new("costs ", false), new("219", true), new(" million", false)]);
    }

    [Fact]
    public void Shows_a_new_paragraph_as_added() =>
        ChangedText.Read("+Two more tests follow.").ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Added);

    [Fact]
    public void Takes_a_bracket_that_is_not_closed_for_text() =>
        ChangedText.Read("-a [-b").ShouldHaveSingleItem().Parts.ShouldBe([new("a [-b", false)]);

    [Fact]
    public void Reads_a_change_that_reaches_over_paragraphs()
    {
        var lines = ChangedText.Read("@@ -1,3 +1,1 @@\n-[-Pilot boats came.\n-\n--]The company waits.\n+The company waits.\n");

        lines.Select(line => (line.Kind, string.Join('|', line.Parts.Select(part => part.Found ? $"*{part.Text}" : part.Text)))).ShouldBe(
        [
            (ChangeKind.Removed, "*Pilot boats came."),
            (ChangeKind.Removed, "The company waits."),
            (ChangeKind.Added, "The company waits."),
        ]);
    }
}
