using Dateline.Enricher.Segmentation;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Enricher.Tests.Segmentation;

public sealed class WordSegmenterTests
{
    [Theory]
    [InlineData("Don't panic: it's 1,200.5 km!", "Don't|panic|it's|1,200.5|km")]
    [InlineData("well-known e-mail", "well|known|e|mail")]
    [InlineData("'quoted' words’", "quoted|words")]
    [InlineData("l'été à Orléans", "l'été|à|Orléans")]
    [InlineData("नमस्ते दुनिया", "नमस्ते|दुनिया")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData("東京2023年", "東|京|2023|年")]
    [InlineData("ที่นี่", "ที่|นี่")]
    [InlineData("\ud800 a \udc00 b", "a|b")]
    [InlineData("𝔸𠀀", "𝔸|𠀀")]
    public void Finds_words(string text, string expected) =>
        string.Join('|', WordSegmenter.Segment(text).Select(word => word.In(text).ToString())).ShouldBe(expected);

    [Fact]
    public void Finds_words_in_order_and_inside_the_text() =>
        Prop.ForAll<string?>(text =>
        {
            var end = 0;
            foreach (var word in WordSegmenter.Segment(text))
            {
                word.Start.ShouldBeGreaterThanOrEqualTo(end);
                word.Length.ShouldBeGreaterThan(0);
                end = word.End;
            }

            end.ShouldBeLessThanOrEqualTo(text?.Length ?? 0);
        }).QuickCheckThrowOnFailure();
}
