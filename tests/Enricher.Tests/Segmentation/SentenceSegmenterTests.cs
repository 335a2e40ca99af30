using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Tests.Segmentation;

public sealed class SentenceSegmenterTests
{
    [Theory]
    [InlineData("It rained. The match went on.", "It rained.|The match went on.")]
    [InlineData("Dr. Lee met Gov. Ruiz on Jan. 5 in St. Louis. They spoke.", "Dr. Lee met Gov. Ruiz on Jan. 5 in St. Louis.|They spoke.")]
    [InlineData("J. R. Smith won. He smiled.", "J. R. Smith won.|He smiled.")]
    [InlineData("The U.S. Senate voted. It passed.", "The U.S. Senate voted.|It passed.")]
    [InlineData("He moved to the U.S. The rest stayed.", "He moved to the U.S.|The rest stayed.")]
    [InlineData("“Stop!” she said. “Why?” He ran.", "“Stop!” she said.|“Why?”|He ran.")]
    [InlineData("Prices rose 3.5 percent. Wages fell.", "Prices rose 3.5 percent.|Wages fell.")]
    [InlineData("She is 21. Her brother is older.", "She is 21.|Her brother is older.")]
    [InlineData("See example.com for more. Or call.", "See example.com for more.|Or call.")]
    [InlineData("Wait... what? Yes.", "Wait... what?|Yes.")]
    public void Splits_English(string text, string expected) => Split(text, "en").ShouldBe(expected);

    [Theory]
    [InlineData("de", "Am 3. Oktober wird gefeiert. Alle kommen.", "Am 3. Oktober wird gefeiert.|Alle kommen.")]
    [InlineData("es", "¿Quién fue? ¡Nadie lo sabe!", "¿Quién fue?|¡Nadie lo sabe!")]
    [InlineData("ru", "Это было в 2020 г. в Москве. Потом всё изменилось.", "Это было в 2020 г. в Москве.|Потом всё изменилось.")]
    [InlineData("hi", "बारिश हुई। मैच जारी रहा।", "बारिश हुई।|मैच जारी रहा।")]
    [InlineData("ja", "雨が降った。試合は続いた。", "雨が降った。|試合は続いた。")]
    [InlineData("zh", "“下雨了。”他说。比赛继续。", "“下雨了。”|他说。|比赛继续。")]
    [InlineData("ur", "بارش ہوئی۔ میچ جاری رہا۔", "بارش ہوئی۔|میچ جاری رہا۔")]
    [InlineData("am", "ዘነበ። ጨዋታው ቀጠለ።", "ዘነበ።|ጨዋታው ቀጠለ።")]
    public void Splits_other_languages(string language, string text, string expected) => Split(text, language).ShouldBe(expected);

    [Fact]
    public void Takes_a_short_line_for_a_heading() =>
        Split("A heading\nThe first sentence stands here.", "en").ShouldBe("A heading|The first sentence stands here.");

    [Fact]
    public void Joins_a_wrapped_line() =>
        Split("The council decided on Monday to close the\nold bridge.", "en").ShouldBe("The council decided on Monday to close the\nold bridge.");

    [Fact]
    public void Does_not_count_dots_as_sentences() => SentenceSegmenter.Count("Yes. . . .\n\n...", "en").ShouldBe(1);

    private static string Split(string text, string language) =>
        string.Join('|', SentenceSegmenter.Segment(text, language).Select(sentence => sentence.In(text)));
}
