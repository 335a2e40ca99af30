using Dateline.Query.Analysis;

namespace Dateline.Query.Tests;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("The Élysée's vote, re-run: 3.5%", "the elysee vote re run 3 5")]
    [InlineData("Straße Ærø Łódź naïve", "strasse aero lodz naive")]
    [InlineData("ＦＵＬＬ width", "full width")]
    [InlineData("l’élection d'hier", "l election d hier")]
    [InlineData("Ёлка и чай", "елка и чай")]
    [InlineData("U.S. AT&T", "u s at t")]
    [InlineData("हिन्दी समाचार", "हिन्दी समाचार")]
    [InlineData("كِتَابٌ", "كتاب")]
    [InlineData("東京都知事", "東京 京都 都知 知事 事")]
    [InlineData("iPhone発売", "iphone 発売 売")]
    [InlineData("ข่าว", "ข่ ่า าว ว")]
    [InlineData("\uD83D lone \0 nul", "lone nul")]
    public void Splits_and_folds(string text, string terms) =>
        string.Join(' ', TextAnalyzer.Words(text, rules: null).Select(word => word.Term)).ShouldBe(terms);

    [Theory]
    [InlineData("en", "elections", "election")]
    [InlineData("en", "raising", "raised")]
    [InlineData("de", "Wahlen", "Wahl")]
    [InlineData("fr", "élections", "election")]
    [InlineData("es", "elecciones", "eleccion")]
    [InlineData("ru", "выборы", "выборов")]
    [InlineData("pt-BR", "presidentes", "Presidente")]
    public void Finds_what_forms_of_a_word_have_in_common(string language, string one, string other)
    {
        var rules = Stemming.RulesFor(language);
        Term(one, rules).ShouldBe(Term(other, rules));
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("und")]
    [InlineData("")]
    public void Has_no_rules_for_some_languages(string language) => Stemming.RulesFor(language).ShouldBeNull();

    [Fact]
    public void Knows_where_words_stand()
    {
        var word = TextAnalyzer.Words("  Raised rates", "en").First();
        (word.Start, word.Length).ShouldBe((2, 6));
    }

    [Fact]
    public void Cuts_what_is_no_word() =>
        Term(new string('x', 5000), null).Length.ShouldBe(64);

    private static string Term(string word, string? rules) => TextAnalyzer.Words(word, rules).Single().Term;
}
