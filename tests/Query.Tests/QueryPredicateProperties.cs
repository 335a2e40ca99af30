using Dateline.Query.Matching;
using Dateline.Query.Syntax;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Query.Tests;

/// <summary>Each operator and field against its plainest definition.</summary>
public sealed class QueryPredicateProperties
{
    private static readonly string[] Latin = ["harbour", "harsh", "Zürich", "zurück", "ferry", "quay"];

    private static readonly Gen<string[]> Texts = Gen.Elements(Latin).ArrayOf().Select(words => words.Take(12).ToArray());

    private static readonly string[] NameFields = ["author", "tag", "entity", "place", "topic", "source"];

    private static readonly Gen<string[][]> Names = Gen.Elements(Latin).ArrayOf(3).ArrayOf().Select(names => names.Take(3).ToArray());

    [Fact]
    public void Near_means_at_most_so_many_words_between_in_either_order() => Check(
        from words in Texts
        from left in Gen.Elements(Latin)
        from right in Gen.Elements(Latin).Where(word => word != left)
        from distance in Gen.Choose(1, 4)
        select (words, query: $"{left} NEAR/{distance} {right}", expected: Places(words, left).Any(i => Places(words, right).Any(j => Math.Abs(i - j) - 1 <= distance))));

    [Fact]
    public void A_prefix_finds_every_word_that_begins_with_it_whatever_its_accents() => Check(
        from words in Texts
        from prefix in Gen.Elements("har", "harb", "zur", "zür", "ZURI", "fe", "qu")
        select (words, query: prefix + "*", expected: words.Any(word => Plain(word).StartsWith(Plain(prefix), StringComparison.Ordinal))));

    [Fact]
    public void A_phrase_means_these_words_side_by_side() => Check(
        from words in Texts
        from first in Gen.Elements(Latin)
        from second in Gen.Elements(Latin)
        select (words, query: $"\"{first} {second}\"", expected: words.Zip(words.Skip(1)).Any(pair => pair == (first, second))));

    [Fact]
    public void A_part_of_a_text_without_spaces_is_found_where_it_stands() => Check(
        from letters in Gen.Elements('東', '京', '都', '知').ArrayOf()
        from wanted in Gen.Elements('東', '京', '都', '知').ArrayOf(2)
        select (words: new[] { new string([.. letters.Take(10)]) }, query: new string(wanted),
            expected: new string([.. letters.Take(10)]).Contains(new string(wanted), StringComparison.Ordinal)));

    [Fact]
    public void A_name_is_found_by_words_of_it_side_by_side_and_never_across_two_names() => Prop.ForAll(
        (from names in Names
         from field in Gen.Elements(NameFields)
         from first in Gen.Elements(Latin)
         from second in Gen.Elements(Latin)
         select (names, field, first, second)).ToArbitrary(),
        sample =>
        {
            var expected = (sample.field == "source" ? sample.names.Take(1) : sample.names).Any(name => name.Zip(name.Skip(1)).Any(pair => pair == (sample.first, sample.second)));
            Matches($"{sample.field}:\"{sample.first} {sample.second}\"", Named(sample.names)).ShouldBe(expected);
        }).Check(Often);

    [Fact]
    public void Has_finds_exactly_what_an_article_has() => Prop.ForAll(
        Gen.SubListOf(QueryField.Parts.ToArray()).SelectMany(parts => Gen.Elements(QueryField.Parts.ToArray()).Select(part => (parts, part))).ToArbitrary(),
        sample => Matches($"has:{sample.part}", new SearchableArticle { Has = [.. sample.parts] }).ShouldBe(sample.parts.Contains(sample.part))).Check(Often);

    [Fact]
    public void A_range_holds_both_of_its_days() => Prop.ForAll(
        Gen.Choose(0, 60).Three().Select(days => (at: Day(days.Item1).AddHours(days.Item1 % 24), from: Day(Math.Min(days.Item2, days.Item3)), to: Day(Math.Max(days.Item2, days.Item3)))).ToArbitrary(),
        sample => Matches($"published:{sample.from:yyyy-MM-dd}..{sample.to:yyyy-MM-dd}", new SearchableArticle { PublishedAt = sample.at })
            .ShouldBe(sample.at >= sample.from && sample.at < sample.to.AddDays(1))).Check(Often);

    [Fact]
    public void Brackets_and_signs_follow_the_laws_of_logic() => Prop.ForAll(
        (from words in Texts
         from one in Gen.Elements(Latin)
         from other in Gen.Elements(Latin)
         select (words, one, other)).ToArbitrary(),
        sample =>
        {
            var article = Text(sample.words);
            Matches($"-({sample.one} OR {sample.other})", article).ShouldBe(Matches($"-{sample.one} -{sample.other}", article));
            Matches($"-({sample.one} {sample.other})", article).ShouldBe(Matches($"-{sample.one} OR -{sample.other}", article));
        }).Check(Often);

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static void Check(Gen<(string[] Words, string Query, bool Expected)> cases) => Prop.ForAll(
        cases.ToArbitrary(), sample => Matches(sample.Query, Text(sample.Words)).ShouldBe(sample.Expected)).Check(Often);

    private static bool Matches(string query, SearchableArticle article) => QueryPredicate.Compile(QueryParser.Parse(query).Root!).Matches(article);

    private static SearchableArticle Text(string[] words) => new() { Text = string.Join(' ', words) };

    private static SearchableArticle Named(string[][] names)
    {
        string[] joined = [.. names.Select(name => string.Join(' ', name))];
        return new SearchableArticle { Authors = joined, Tags = joined, Entities = joined, Places = joined, Topics = joined, SourceTitle = joined.FirstOrDefault() };
    }

    private static IEnumerable<int> Places(string[] words, string wanted) => Enumerable.Range(0, words.Length).Where(i => words[i] == wanted);

    private static string Plain(string word) => word.ToLowerInvariant().Replace('ü', 'u');

    private static DateTime Day(int number) => new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(number);
}
