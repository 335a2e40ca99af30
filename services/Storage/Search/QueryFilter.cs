using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Dateline.Storage.Search;

/// <summary>The parameters by which every operation on many articles chooses them.</summary>
public sealed record QueryFilter
{
    [FromQuery(Name = "q"), Description("The query: words, \"phrases\", OR, -, ( ), elect*, a NEAR/5 b, title: source: lang: site: author: tag: entity: place: topic: story: has: published:2023-03-01..2023-03-31 stored:")]
    public string? Q { get; init; }

    [FromQuery(Name = "source"), Description("A source's id, or words of its name.")]
    public string? Source { get; init; }

    [FromQuery(Name = "language"), Description("ISO 639 code of two or three letters.")]
    public string? Language { get; init; }

    [FromQuery(Name = "from"), Description("Published on or after this year, month, day or moment (UTC).")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Published on or before this year, month, day or moment (UTC); a day includes all of it.")]
    public string? To { get; init; }

    internal static readonly string[] Names = ["q", "source", "language", "from", "to"];
}
