using System.Text;
using Dateline.Contracts;

namespace Dateline.Parser.Tests.Html;

/// <summary>A page over a bound is rejected, and the reason names the bound and the setting that raises it.</summary>
public sealed class BoundTests
{
    [Fact]
    public void Too_many_bytes() => Refused(new ParserOptions { MaxBytes = 1024 }, Samples.Page("", Samples.Story)).ShouldContain("Parser:MaxBytes allows 1,024");

    [Fact]
    public void Too_many_elements() => Refused(new ParserOptions { MaxHtmlElements = 100 }, "<html><body>" + Repeat("<i>x</i>", 200)).ShouldContain("more than 100 elements (Parser:MaxHtmlElements)");

    [Fact]
    public void Too_many_attributes_on_one_element() =>
        Refused(new ParserOptions { MaxAttributes = 8 }, $"<html><body><p {Repeat("a=1 ", 9)}>x").ShouldContain("more than 8 attributes (Parser:MaxAttributes)");

    [Fact]
    public void Too_much_text() => Refused(new ParserOptions { MaxTextLength = 1000 }, Samples.Page("", Repeat(Samples.Story, 3))).ShouldContain("Parser:MaxTextLength");

    [Fact]
    public void Too_many_elements_open_at_once() => Refused(new ParserOptions(), "<html><body>" + Repeat("<div>", 1_001)).ShouldContain("more than 1,000 elements inside each other, which no option allows. Close its elements");

    [Fact]
    public void Too_much_time() =>
        Refused(new ParserOptions { MaxPageTime = TimeSpan.FromSeconds(7) }, Samples.Page("", Samples.Story), new FlyingTime()).ShouldContain("than can be done in 7 s (Parser:MaxPageTime)");

    private static string Refused(ParserOptions options, string page, TimeProvider? time = null)
    {
        var input = new ParseInput { Bytes = Encoding.UTF8.GetBytes(page), FileName = "a.html" };
        var rejected = new DocumentParser(options, time).Parse(input, CancellationToken.None).ShouldBeOfType<ParseResult.Rejected>();
        rejected.Reason.ShouldBe(RejectionReason.TooLarge);
        return rejected.Detail;
    }

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    /// <summary>Whatever is waited for is over at once.</summary>
    private sealed class FlyingTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Passed(callback, state), period);

        private static TimeSpan Passed(TimerCallback callback, object? state)
        {
            callback(state);
            return Timeout.InfiniteTimeSpan;
        }
    }
}
