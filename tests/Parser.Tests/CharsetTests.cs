using System.Text;
using Dateline.Contracts;

namespace Dateline.Parser.Tests;

public sealed class CharsetTests
{
    private const string German = "Der Bürgermeister von Köslin eröffnete am Dienstag die größte Brücke über die Mühlbäche und würdigte die Arbeiter für ihre Mühe.";

    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static string Read(byte[] bytes, string? charset = null, string? name = null) =>
        Samples.Parser.Parse(new ParseInput { Bytes = bytes, Charset = charset, FileName = name }, CancellationToken.None)
            .ShouldBeOfType<ParseResult.Parsed>().Article.Text;

    [Fact]
    public void Reads_valid_utf_8_whatever_the_server_says() =>
        Read(Encoding.UTF8.GetBytes(German), "iso-8859-1").ShouldBe(German);

    [Fact]
    public void Reads_latin_1_that_the_server_calls_utf_8() =>
        Read(Encoding.Latin1.GetBytes(German), "utf-8").ShouldBe(German);

    [Fact]
    public void Reads_latin_1_without_any_hint() =>
        Read(Encoding.Latin1.GetBytes(German)).ShouldBe(German);

    [Fact]
    public void Reads_the_punctuation_of_windows_1252_in_what_calls_itself_latin_1() =>
        Read(Encoding.GetEncoding(1252).GetBytes("“No,” the mayor of the town said – and left the council’s meeting before the vote on the new bridge."), "iso-8859-1")
            .ShouldBe("“No,” the mayor of the town said – and left the council’s meeting before the vote on the new bridge.");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Believes_a_byte_order_mark(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);

        Read([.. encoding.GetPreamble(), .. encoding.GetBytes(German)], "utf-8").ShouldBe(German);
    }

    [Fact]
    public void Sees_utf_16_without_a_mark() =>
        Read(Encoding.Unicode.GetBytes(German)).ShouldBe(German);

    [Fact]
    public void Reads_windows_1251_that_a_page_declares()
    {
        var page = Samples.Page("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", "<article><h1>Новый мост открыт</h1><p>Мэр города открыл во вторник новый мост через реку, строительство которого продолжалось почти четыре года, и поблагодарил рабочих.</p></article>")
            .Replace("<meta charset=\"utf-8\">", "");

        Read(Encoding.GetEncoding(1251).GetBytes(page)).ShouldContain("Мэр города открыл во вторник новый мост");
    }

    [Fact]
    public void Guesses_cyrillic_by_statistics()
    {
        const string russian = "Мэр города открыл во вторник новый мост через реку, строительство которого продолжалось почти четыре года, и поблагодарил рабочих за терпение и труд.";

        Read(Encoding.GetEncoding(1251).GetBytes(russian)).ShouldBe(russian);
    }

    [Fact]
    public void Reads_shift_jis_that_the_transport_declares()
    {
        const string japanese = "市長は火曜日に川に架かる新しい橋の開通式を行い、四年近く続いた工事に携わった人々に感謝の言葉を述べた。";

        Read(Encoding.GetEncoding("shift_jis").GetBytes(japanese), "Shift_JIS").ShouldBe(japanese);
    }

    [Fact]
    public void Says_so_when_bytes_had_to_be_replaced()
    {
        byte[] cut = [.. Encoding.UTF8.GetBytes(German + " Größe Füße Bäche Höhe Bürger Köche Zölle Öfen"), 0xC3];

        var article = Samples.Parser.Parse(new ParseInput { Bytes = cut }, CancellationToken.None).ShouldBeOfType<ParseResult.Parsed>().Article;

        article.Warnings.ShouldHaveSingleItem().ShouldContain("not valid utf-8");
    }

    [Fact]
    public void Strips_what_no_database_takes()
    {
        var article = Samples.Article("The mayor opened the new bridge on Tues\u0001day and thanked the workers for four \uFEFFyears of patience.");

        article.Text.ShouldBe("The mayor opened the new bridge on Tuesday and thanked the workers for four years of patience.");
    }

    [Fact]
    public void Rejects_binary_data_as_unsupported()
    {
        var bytes = new byte[4000];
        new Random(7).NextBytes(bytes);

        var rejected = Samples.Parser.Parse(new ParseInput { Bytes = bytes, FileName = "a.txt" }, CancellationToken.None).ShouldBeOfType<ParseResult.Rejected>();

        rejected.Reason.ShouldBe(RejectionReason.UnsupportedFormat);
    }

    /// <summary>Archives save pages as UTF-8 and leave the declaration as it was; nearly all bytes are valid in both.</summary>
    [Fact]
    public void Believes_valid_utf8_rather_than_a_declared_chinese_charset()
    {
        const string Story = "湖滨市港务委员会星期二晚间表决通过，将北防波堤延长四十米，结束了三年多来令全市居民意见分歧的争论。";

        Samples.Article($"<html><head><meta charset='gb2312'><title>湖滨市将延长防波堤</title></head><body><article><p>{Story}</p></article></body></html>").Text.ShouldBe(Story);
    }
}
