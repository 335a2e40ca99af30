using Dateline.Parser.Body;

namespace Dateline.Parser.Tests.Body;

/// <summary>What a page says twice is given once.</summary>
public sealed class RetoldTests
{
    private const string One = "The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a dispute of more than three years.";
    private const string Two = "Work will begin in spring, once the herring season is over, and should take eleven months, the board's chair told reporters on Tuesday.";

    [Fact]
    public void A_copy_elsewhere_on_the_page_is_told_before() =>
        Told($"<div><p>{One}</p><p>{Two}</p></div><section><p>{One}</p><p>{Two}</p></section>").ShouldBe([false, false, true, true]);

    /// <summary>Some templates keep the whole text once more, in one piece, for the print edition.</summary>
    [Fact]
    public void The_whole_story_in_one_piece_is_told_before() =>
        Told($"<div><p>{One}</p><p>{Two}</p></div><section>{One} {Two}</section>").ShouldBe([false, false, true]);

    [Fact]
    public void A_sentence_set_large_is_told_before() =>
        Told($"<div><p>{One} {Two}</p></div><blockquote>“{Two}”</blockquote>").ShouldBe([false, true]);

    [Fact]
    public void A_refrain_is_sung_as_often_as_it_is_written() =>
        Told($"<div><p>{One}</p><p>{Two}</p><p>{One}</p></div>").ShouldBe([false, false, false]);

    [Fact]
    public void A_short_line_may_be_said_twice() =>
        Told("<div><p>Take a pinch of salt.</p></div><section><p>Take a pinch of salt.</p></section>").ShouldBe([false, false]);

    private static IEnumerable<bool> Told(string body)
    {
        var retold = new Retold();
        return [.. PassageList.Of(body).Select(retold.Tell)];
    }
}
