using System.Text.RegularExpressions;
using Dateline.Query.Syntax;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Search;

/// <summary>What the guide and the first page tell people to write is understood.</summary>
public sealed partial class SearchingGuideTests
{
    [Fact]
    public void Every_example_of_the_guide_is_a_query()
    {
        var guide = File.ReadAllText(SolutionRoot.Combine("deploy/docs/searching.md"));
        var blocks = Block().Match(guide).Groups["queries"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var cells = guide.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(row => Code().Matches(row.Replace("\\|", "\u2502").Split('|')[1]))
            .Select(code => code.Groups["query"].Value.Replace('\u2502', '|').Replace("01a2112c-…", "01a2112c-0000-7000-8000-000000000001"));
        string[] queries = [.. blocks, .. cells];

        queries.Length.ShouldBeGreaterThan(25);
        queries.Where(query => !QueryParser.Parse(query).IsValid).ShouldBeEmpty();
    }

    [Fact]
    public void The_example_of_the_first_page_is_a_query() =>
        QueryParser.Parse(AsIn().Match(File.ReadAllText(SolutionRoot.Combine("README.md"))).Groups["query"].Value).Error.ShouldBeNull();

    [GeneratedRegex("Examples:\n\n```\n(?<queries>.+?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`(?<query>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("as in `(?<query>[^`]+)`")]
    private static partial Regex AsIn();
}
