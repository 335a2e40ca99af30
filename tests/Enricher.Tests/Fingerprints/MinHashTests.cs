using Dateline.Enricher.Fingerprints;
using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Tests.Fingerprints;

public sealed class MinHashTests
{
    [Fact]
    public void Is_empty_for_a_text_that_is_too_short() => Of(Words(0, MinHash.MinWords - 1)).ShouldBeEmpty();

    [Fact]
    public void Has_the_same_numbers_on_every_machine() =>
        Of("One two three four five six seven eight nine ten eleven twelve.")[..4].ShouldBe([150461519u, 1172996213u, 703780962u, 425718572u]);

    [Fact]
    public void Is_equal_for_texts_that_differ_in_typography() =>
        Of("The mayor’s plan — to close two schools, sell one hall and save a million — failed.")
            .ShouldBe(Of("the mayor's plan - to close two schools sell one hall and SAVE a million failed"));

    [Fact]
    public void Finds_nothing_in_common_with_no_signature() => MinHash.Similarity([], []).ShouldBe(0);

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    [InlineData(300)]
    [InlineData(400)]
    public void Estimates_the_share_of_common_shingles(int common)
    {
        // 400 distinct words each: a run of `common` words is the same, so that the true similarity is known.
        var first = Words(0, 400);
        var second = Words(0, common) + " " + Words(1_000, 400 - common);
        var shared = Math.Max(0, common - 2);
        var truth = shared / (2.0 * 398 - shared);

        // Three standard errors of 128 permutations are 0.13 at worst.
        MinHash.Similarity(Of(first), Of(second)).ShouldBe(truth, 0.13);
    }

    [Fact]
    public void Has_no_bias_over_many_pairs()
    {
        var errors = Enumerable.Range(1, 60).Select(seed =>
        {
            var first = Words(seed * 10_000, 200);
            var second = Words(seed * 10_000, 100) + " " + Words(seed * 10_000 + 5_000, 100);
            return MinHash.Similarity(Of(first), Of(second)) - 98 / (2.0 * 198 - 98);
        });

        errors.Average().ShouldBe(0, 0.02);
    }

    private static string Words(int first, int count) =>
        string.Join(' ', Enumerable.Range(first, count).Select(number => $"word{number}"));

    private static uint[] Of(string text) => MinHash.Of(text, WordSegmenter.Segment(text));
}
