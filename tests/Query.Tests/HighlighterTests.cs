using Dateline.Query.Matching;
using Dateline.Query.Syntax;

namespace Dateline.Query.Tests;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("rate", "The bank raised <mark>rates</mark> &amp; fees &lt;b&gt;")]
    [InlineData("\"raise rate\"", "The bank <mark>raised rates</mark> &amp; fees &lt;b&gt;")]
    [InlineData("ban*", "The <mark>bank</mark> raised rates &amp; fees &lt;b&gt;")]
    [InlineData("bank -fees", "The <mark>bank</mark> raised rates &amp; fees &lt;b&gt;")]
    [InlineData("author:bank", "The bank raised rates &amp; fees &lt;b&gt;")]
    [InlineData("", "The bank raised rates &amp; fees &lt;b&gt;")]
    public void Marks_what_was_found_and_escapes_the_rest(string query, string html) =>
        For(query).Snippet("The bank raised rates & fees <b>", "en").ShouldBe(html);

    [Fact]
    public void Shows_the_piece_with_the_match()
    {
        var text = string.Join(' ', Enumerable.Repeat("filler", 200)) + " the treaty was signed " + string.Join(' ', Enumerable.Repeat("padding", 200));
        var snippet = For("treaty").Snippet(text, "en");
        snippet.ShouldStartWith("…filler");
        snippet.ShouldContain("the <mark>treaty</mark> was signed");
        snippet.ShouldEndWith("padding…");
        snippet.Length.ShouldBeLessThan(Highlighter.SnippetLength + 20);
    }

    [Fact]
    public void Never_cuts_a_letter_in_half()
    {
        var snippet = For("").Snippet(string.Concat(Enumerable.Repeat("𠮷", 300)), "ja");
        snippet.ShouldBe(string.Concat(Enumerable.Repeat("𠮷", 120)) + "…");
    }

    private static Highlighter For(string query) => Highlighter.For(QueryParser.Parse(query).Root!);
}
