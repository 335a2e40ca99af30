using Dateline.Dashboard.Clients;

namespace Dateline.Dashboard.Sources;

/// <summary>Which of many sources a page shows: by a part of the name, address or a tag, and by how they do.</summary>
public sealed record SourceFilter(string? Part, string? Show)
{
    public const string Trouble = "trouble";
    public const string Paused = "paused";

    public IReadOnlyList<Source> Of(IReadOnlyList<Source> sources) => [.. sources.Where(source => IsNamed(source) && DoesAs(source))];

    private bool IsNamed(Source source) =>
        string.IsNullOrWhiteSpace(Part) || new[] { source.Name, source.Url }.Concat(source.Tags).Any(text => text.Contains(Part.Trim(), StringComparison.OrdinalIgnoreCase));

    private bool DoesAs(Source source) => Show switch
    {
        Trouble => source.Proposal is not null || source.Health is { State: "failing" or "late" or "empty" },
        Paused => source.Paused,
        _ => true,
    };
}
