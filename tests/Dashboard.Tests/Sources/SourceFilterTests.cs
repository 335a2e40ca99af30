using Dateline.Dashboard.Clients;
using Dateline.Dashboard.Sources;

namespace Dateline.Dashboard.Tests.Sources;

public sealed class SourceFilterTests
{
    private static readonly IReadOnlyList<Source> All =
    [
        Source("Herald", "https://herald.example/feed.xml", "fine") with { Tags = ["Harbour towns"] },
        Source("Gazette", "https://gazette.example/rss", "failing"),
        Source("Echo", "https://echo.example/atom", "late"),
        Source("Mill", "https://mill.example/feed", "fine") with { Proposal = new SourceProposal { Kind = "moved", Url = "https://mill.example/new", Why = "It moved." } },
        Source("Moor", "https://moor.example/feed", "paused") with { Paused = true },
    ];

    [Theory]
    [InlineData(null, null, "Herald Gazette Echo Mill Moor")]
    [InlineData(" ", "anything", "Herald Gazette Echo Mill Moor")]
    [InlineData("ECHO", null, "Echo")]
    [InlineData("gazette.example", null, "Gazette")]
    [InlineData("harbour", null, "Herald")]
    [InlineData(null, "trouble", "Gazette Echo Mill")]
    [InlineData("mill", "trouble", "Mill")]
    [InlineData(null, "paused", "Moor")]
    [InlineData("herald", "paused", "")]
    public void Shows_what_is_asked_for(string? part, string? show, string names) =>
        string.Join(' ', new SourceFilter(part, show).Of(All).Select(source => source.Name)).ShouldBe(names);

    private static Source Source(string title, string url, string state) =>
        new() { Id = Guid.Empty, Url = url, Title = title, Health = new SourceHealth { State = state, Summary = "" } };
}
