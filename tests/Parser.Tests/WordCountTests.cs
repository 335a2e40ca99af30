using Dateline.Parser.Text;

namespace Dateline.Parser.Tests;

public sealed class WordCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("The mayor's co-operation", 3)]
    [InlineData("— … !", 0)]
    [InlineData("市長は火曜日に", 4)]
    [InlineData("Größe 3.5", 2)]
    public void Counts_words_also_in_scripts_without_spaces(string text, int words) =>
        WordCount.Of(text).ShouldBe(words);
}
