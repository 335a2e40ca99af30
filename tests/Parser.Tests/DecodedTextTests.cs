using System.Text;
using Dateline.Parser.Charsets;

namespace Dateline.Parser.Tests;

/// <summary>Documents lie where earlier ones did, and show nothing of them.</summary>
public sealed class DecodedTextTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void A_short_text_shows_nothing_of_a_longer_one_before_it(string charset)
    {
        TextDecoder.Decode(Encoding.UTF8.GetBytes(new string('x', 400_000)), null).Dispose();

        using var text = TextDecoder.Decode(CharsetName.Find(charset)!.GetBytes("Zoë voted.\r\n"), charset);
        text.Clean();

        text.Text.ShouldBe("Zoë voted.\n");
        text.Page.Length.ShouldBe(text.Length);
    }

    [Fact]
    public void Two_texts_at_once_lie_apart()
    {
        using var first = TextDecoder.Decode("The harbour board has voted."u8, null);
        using var second = TextDecoder.Decode("The council has not."u8, null);

        first.Text.ShouldBe("The harbour board has voted.");
        second.Text.ShouldBe("The council has not.");
    }
}
