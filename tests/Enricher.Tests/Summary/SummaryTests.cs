namespace Dateline.Enricher.Tests.Summary;

public sealed class SummaryTests
{
    [Fact]
    public void Is_at_most_three_whole_sentences() =>
        Of(null, "The first sentence is here. The second one follows it. The third ends the lead. The fourth is too much.")
            .ShouldBe("The first sentence is here. The second one follows it. The third ends the lead.");

    [Fact]
    public void Stops_before_it_becomes_long()
    {
        var sentence = "The council " + string.Concat(Enumerable.Repeat("met and ", 20)) + "left.";

        Of(null, $"{sentence} {sentence}").ShouldBe(sentence);
    }

    [Fact]
    public void Leaves_out_what_is_not_the_story() =>
        Of(
            "Bridge closed",
            "Bridge closed\n\nBy Anna Lind\n\nLong queues\n\nAlso read: Ferry tickets become cheaper now.\n\n"
            + "OSLO (NTB) - The old bridge was closed on Monday.\n\nPhoto: The bridge at night.\n\nNobody was hurt in the collapse of its pillar.")
            .ShouldBe("The old bridge was closed on Monday. Nobody was hurt in the collapse of its pillar.");

    [Fact]
    public void Joins_wrapped_lines() =>
        Of(null, "The old bridge was closed on Monday, said\nthe mayor of the town.").ShouldBe("The old bridge was closed on Monday, said the mayor of the town.");

    [Fact]
    public void Puts_no_space_between_Chinese_sentences() =>
        Of(null, "旧桥周一关闭，市长说。司机必须绕行半小时。").ShouldBe("旧桥周一关闭，市长说。司机必须绕行半小时。");

    [Fact]
    public void Cuts_a_sentence_without_end() =>
        Of(null, string.Concat(Enumerable.Repeat("word ", 1000))).ShouldBe(string.Concat(Enumerable.Repeat("word ", 59)) + "word…");

    [Fact]
    public void Is_missing_when_there_is_no_prose() => Of(null, "Long queues\n\nPhoto: Anna").ShouldBeNull();

    private static string? Of(string? title, string text) =>
        new ArticleEnricher().Enrich(title, text, null, TestContext.Current.CancellationToken).Summary;
}
