using Dateline.Parser.Body;

namespace Dateline.Parser.Tests.Body;

/// <summary>From which score on a passage is part of the article.</summary>
public sealed class CutTests
{
    /// <summary>Four passages of ten words.</summary>
    private static readonly List<Passage> Passages = PassageList.Of(string.Concat(Enumerable.Repeat("<p>one two three four five six seven eight nine ten</p>", 4)));

    [Fact]
    public void A_page_that_the_model_is_sure_of_is_cut_in_the_middle() => Cut.Of(Passages, [1, 1, 0, 0]).ShouldBe(0.5f);

    [Fact]
    public void A_page_that_the_model_is_not_sure_of_is_cut_lower()
    {
        // All four taken, 1.8 of them are expected to be right, and 1.8 to be the article: 2 · 1.8 / (4 + 1.8).
        Cut.Of(Passages, [0.45f, 0.45f, 0.45f, 0.45f]).ShouldBe(0.27f);
        Cut.Of(Passages, [0.9f, 0.5f, 0.4f, 0.4f]).ShouldBe(0.355f, 0.001f);
    }

    [Fact]
    public void What_stands_out_on_an_unknown_kind_of_page_is_taken() => Cut.Of(Passages, [0.1f, 0.01f, 0.01f, 0.01f]).ShouldBe(0.06f, 0.0001f);

    [Fact]
    public void A_page_without_text_has_a_cut_too() => Cut.Of([], []).ShouldBe(0.6f);
}
