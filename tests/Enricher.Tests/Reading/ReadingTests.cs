using Dateline.Contracts;

namespace Dateline.Enricher.Tests.Reading;

public sealed class ReadingTests
{
    [Fact]
    public void Counts_words_at_the_speed_of_the_language()
    {
        // 20 repetitions of 11 words are 220 words, at 228 a minute.
        var text = string.Concat(Enumerable.Repeat("The old bridge over the river was closed again on Monday. ", 20));

        Of(text).ShouldBe(new ReadingStatistics { Characters = 20 * 47, Words = 220, Sentences = 20, Minutes = 0.96 });
    }

    [Fact]
    public void Counts_characters_where_no_spaces_are_written() =>
        Of("旧桥周一关闭。司机必须绕行。").ShouldBe(new ReadingStatistics { Characters = 14, Words = 12, Sentences = 2, Minutes = 0.05 });

    private static ReadingStatistics Of(string text) =>
        new ArticleEnricher().Enrich(null, text, null, TestContext.Current.CancellationToken).Reading;
}
