using Dateline.Parser.Text;

namespace Dateline.Parser.Tests;

/// <summary>What nobody sees is taken out of texts, and all else is kept.</summary>
public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("a\r\nb\rc\r", "a\nb\nc\n")]
    [InlineData("a\u2028b\u2029c\u0085d\fe\vf", "a\nb\nc\nd\ne\nf")]
    [InlineData("\uFEFFa\u00ADb\u200Bc\u2060", "abc")]
    [InlineData("a\0b\u0001\u007F\u009Fc", "abc")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("Zoë 東京 😀 \u00A0", "Zoë 東京 😀 \u00A0")]
    [InlineData("", "")]
    public void Keeps_text_alone(string text, string clean) => TextCleaner.Clean(text).ShouldBe(clean);

    [Fact]
    public void Replaces_half_a_surrogate_pair() =>
        TextCleaner.Clean("a\uD83Db\uDE00" + "c\uD83D").ShouldBe("a\uFFFDb\uFFFDc\uFFFD");

    [Fact]
    public void Gives_a_clean_text_back_as_it_is()
    {
        const string text = "The harbour board has voted.";

        TextCleaner.Clean(text).ShouldBeSameAs(text);
    }

    [Theory]
    [InlineData("a\r\nb\0\u00ADc\r", "a\nbc\n")]
    [InlineData("\0", "")]
    public void Cleans_a_text_where_it_lies(string text, string clean)
    {
        var characters = text.ToCharArray();

        var length = TextCleaner.Clean(characters.AsSpan());

        new string(characters, 0, length).ShouldBe(clean);
    }

    [Theory]
    [InlineData("  a \t\r\n b\u00A0c  ", "a b c")]
    [InlineData(" \n ", "")]
    public void Makes_one_line(string text, string line) => TextCleaner.Line(text).ShouldBe(line);

    [Fact]
    public void Makes_one_line_of_a_long_text() =>
        TextCleaner.Line(string.Concat(Enumerable.Repeat("word  \n", 1_000))).ShouldBe(string.Join(' ', Enumerable.Repeat("word", 1_000)));
}
