namespace Dateline.Enricher.Tests.Keywords;

public sealed class KeywordTests
{
    private const string Harbour =
        "The port of Buenos Aires reopened on Tuesday. Dockers in Buenos Aires had been on strike for a week. "
        + "Ships now wait outside the port, and the dockers want higher wages. Exporters of soy lost millions.";

    [Fact]
    public void Are_the_words_that_are_frequent_here_and_rare_elsewhere() =>
        Of("Dockers end their strike", Harbour)[..3].ShouldBe(["dockers", "Buenos Aires", "strike"]);

    [Fact]
    public void Name_a_phrase_once_and_not_its_parts() =>
        Of(null, Harbour).ShouldNotContain(keyword => keyword == "Buenos" || keyword == "Aires");

    [Theory]
    [InlineData("Der Hafen ist wieder offen. Die Arbeiter und die Händler sind für den Hafen und nicht gegen ihn, aber sie sind auch müde.", "Hafen")]
    [InlineData("Le port a rouvert. Les dockers et les marchands sont pour le port, mais ils ne sont pas dans la rue pour le port.", "port")]
    [InlineData("Порт снова открыт. Рабочие и торговцы были за порт, но они не были на улице, и порт стоял.", "порт")]
    public void Leave_out_the_stop_words_of_the_language(string text, string first) => Of(null, text)[0].ShouldBe(first, StringCompareShould.IgnoreCase);

    [Fact]
    public void Are_repeated_strings_in_Chinese() =>
        Of(null, "港口工人周二结束罢工。港口工人要求提高工资，出口商损失巨大。")[0].ShouldBe("港口工人");

    [Fact]
    public void Skip_Hiragana_in_Japanese() =>
        Of(null, "港湾労働者は火曜日にストライキを終えた。港湾労働者は賃上げを求めている。ストライキは続かない。")
            .ShouldBe(["港湾労働者", "ストライキ"], ignoreOrder: true);

    [Fact]
    public void Leave_out_the_dateline() =>
        Of(null, "OSLO (NTB) - " + Harbour).ShouldNotContain(keyword => keyword == "OSLO" || keyword == "NTB");

    [Fact]
    public void Come_best_first() =>
        new ArticleEnricher().Enrich(null, Harbour, null, TestContext.Current.CancellationToken).Keywords.Select(keyword => keyword.Score)
            .ShouldBeInOrder(SortDirection.Descending);

    private static List<string> Of(string? title, string text) =>
        [.. new ArticleEnricher().Enrich(title, text, null, TestContext.Current.CancellationToken).Keywords.Select(keyword => keyword.Text)];
}
