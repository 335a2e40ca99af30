using Dateline.Query.Syntax;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Query.Tests;

public sealed class QueryParserProperties
{
    private static readonly string[] Pieces =
    [
        "budget", "VOTE", "\"interest rate\"", "“new tax”", "elect*", "title:", "title:x1", "lang:en", "published:2023..", "has:image", "story:0192d3a0-0000-7000-8000-00000000000a", "story:x", "topic:sport", "tag:\"a b\"", "place:IN", "entity:(a OR \"b c\")", "author:\"A. B\"",
        "nofield:x", "(", ")", "-", "NOT", "OR", "AND", "|", "NEAR/3", "\"", "*", "\\", ":", "..", "京都", "\uD83D", "\0", "é", "10:30", "source:(a OR b)",
    ];

    private static readonly Gen<string> Queries = Gen.Elements(Pieces).ArrayOf()
        .SelectMany(pieces => Gen.Elements(" ", "", "  ").Select(space => string.Join(space, pieces)));

    [Fact]
    public void Any_text_gives_a_tree_or_a_mistake_inside_the_text() => Check(query =>
    {
        var parsed = QueryParser.Parse(query);
        if (!parsed.IsValid)
            parsed.Error.Position.ShouldBeInRange(0, query.Length);
    });

    [Fact]
    public void What_was_understood_is_understood_the_same_way_again() => Check(query =>
    {
        if (QueryParser.Parse(query).Root is not { } root)
            return;

        var again = QueryParser.Parse(root.ToString());
        again.Error.ShouldBeNull();
        again.Root!.ToString().ShouldBe(root.ToString());
    });

    private static void Check(Action<string> property) =>
        Prop.ForAll(Queries.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
}
