using Dateline.Dashboard.Text;

namespace Dateline.Dashboard.Tests.Text;

public sealed class NarrowingTests
{
    [Theory]
    [InlineData(null, "lang:en", "lang:en")]
    [InlineData("  ", "lang:en", "lang:en")]
    [InlineData("ferry", "lang:en", "ferry lang:en")]
    [InlineData("ferry OR tram", "lang:en", "(ferry OR tram) lang:en")]
    [InlineData("ferry|tram", "lang:en", "(ferry|tram) lang:en")]
    [InlineData("(ferry OR tram) strike", "lang:en", "(ferry OR tram) strike lang:en")]
    [InlineData("\"this OR that\"", "lang:en", "\"this OR that\" lang:en")]
    [InlineData("ferry lang:en", "lang:en", "ferry lang:en")]
    [InlineData("ferry OR lang:en", "lang:en", "(ferry OR lang:en) lang:en")]
    [InlineData("ferry -lang:en", "lang:de", "ferry -lang:en lang:de")]
    [InlineData("ORACLE ferry", "lang:en", "ORACLE ferry lang:en")]
    public void Adds_a_piece_so_that_it_holds_for_the_whole_query(string? query, string piece, string narrowed) =>
        Narrowing.With(query, piece).ShouldBe(narrowed);

    [Theory]
    [InlineData("ferry lang:en", true)]
    [InlineData("LANG:EN ferry", true)]
    [InlineData("ferry -lang:en", false)]
    [InlineData("ferry NOT lang:en", false)]
    [InlineData("ferry (lang:en strike)", false)]
    [InlineData("ferry OR lang:en", false)]
    [InlineData("\"ferry lang:en\"", false)]
    [InlineData("lang:eng", false)]
    [InlineData(null, false)]
    public void Knows_whether_a_piece_is_asked_for(string? query, bool has) => Narrowing.Has(query, "lang:en").ShouldBe(has);

    [Theory]
    [InlineData("ferry lang:en strike", "ferry strike")]
    [InlineData("lang:en", "")]
    [InlineData("lang:en ferry", "ferry")]
    [InlineData("(a OR b) lang:en", "(a OR b)")]
    [InlineData("ferry", "ferry")]
    public void Takes_a_piece_out(string query, string without) => Narrowing.Without(query, "lang:en").ShouldBe(without);

    [Fact]
    public void Takes_out_a_piece_with_a_phrase_in_it() =>
        Narrowing.Without("ferry source:\"City Desk\" strike", "source:\"City Desk\"").ShouldBe("ferry strike");
}
