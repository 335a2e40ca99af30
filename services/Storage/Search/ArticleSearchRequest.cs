using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Dateline.Storage.Search;

/// <summary>The parameters of a search as they stand in the address. Read as text, so that a mistake gets an answer that helps.</summary>
public sealed record ArticleSearchRequest
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

    [FromQuery(Name = "sort"), Description("newest (default), oldest or relevance. Relevance ranks among the newest 500 matches.")]
    public string? Sort { get; init; }

    [FromQuery(Name = "collapse"), Description("none (default), copies (of articles with the same text show the first that matches) or story (of articles on one event show the first stored that matches). With the last two `collapsed` says of each result how many other matches it stands for, whatever `fields` are asked for.")]
    public string? Collapse { get; init; }

    [FromQuery(Name = "fields"), Description("Names of the fields to answer with, parted by commas: fields=id,title,text. Without it a selection without the text.")]
    public string? Fields { get; init; }

    [FromQuery(Name = "limit"), Description("Articles on a page, 1 to 200; default 50.")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("`next` of the page before.")]
    public string? Cursor { get; init; }
}
