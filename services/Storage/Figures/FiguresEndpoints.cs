using System.ComponentModel;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Storage.Figures;

/// <summary>Counts over REST: facets, timelines, entities.</summary>
internal static class FiguresEndpoints
{
    private const int MostValues = 200;

    private static readonly string[] UsualFacets = ["source", "language", "topic", "place", "entity"];

    public static void MapFigures(this IEndpointRouteBuilder app)
    {
        var figures = app.MapGroup("/v1").WithTags("Figures").RequireAuthorization(Scopes.Read).AddEndpointFilter<ArchiveTag>();

        figures.MapGet("/facets", FacetsAsync)
            .AddEndpointFilter(new KnownParameters([.. QueryFilter.Names, "fields", "top"]))
            .WithName("countFacets")
            .WithSummary("What matches have in common")
            .WithDescription("The commonest sources, languages, places and so on among the matches, each with the piece of query that narrows to it. Counts are exact where few match, and else estimated from a part of the archive: `counting` says which.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        figures.MapGet("/timeline", TimelineAsync)
            .AddEndpointFilter(new KnownParameters([.. QueryFilter.Names, "interval"]))
            .WithName("countTimeline")
            .WithSummary("Matches over time")
            .WithDescription("By publication (or storing, where no date is known), in UTC. `share` is what part of all articles of that time matches. `gap` marks times in which nothing at all was stored.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        figures.MapGet("/entities", EntitiesAsync)
            .AddEndpointFilter(new KnownParameters([.. QueryFilter.Names, "type", "limit"]))
            .WithName("countEntities")
            .WithSummary("Who and what matches name")
            .WithDescription("People, organisations, places and others that the matches name, by the number of articles.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Ok<FacetList>> FacetsAsync(
        [AsParameters] QueryFilter filter,
        [FromQuery, Description("Parted by commas: source, language, site, author, tag, entity, place, country, topic, keyword.")] string? fields,
        [FromQuery, Description("Values of each, 1 to 200; default 10.")] string? top,
        FacetReader reader,
        CancellationToken cancellationToken)
    {
        var wanted = string.IsNullOrWhiteSpace(fields) ? UsualFacets : fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return TypedResults.Ok(await reader.ReadAsync(
            CriteriaReader.Query(filter), filter.Q ?? "",
            [.. wanted.Select(field => CriteriaReader.Choice<FacetField>("fields", field)).Distinct()],
            CriteriaReader.Number("top", top, 10, MostValues, "narrow the query to see others"), cancellationToken));
    }

    private static async Task<Ok<Timeline>> TimelineAsync(
        [AsParameters] QueryFilter filter,
        [FromQuery, Description("minute, hour, day (default), week, month, quarter or year, with a number before it if you like: 15min, 6h.")] string? interval,
        TimelineReader reader,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(await reader.ReadAsync(
            CriteriaReader.Query(filter), filter.Q ?? "", TimelineInterval.Parse(string.IsNullOrWhiteSpace(interval) ? "day" : interval), cancellationToken));

    private static async Task<Ok<EntityList>> EntitiesAsync(
        [AsParameters] QueryFilter filter,
        [FromQuery, Description("person, organisation, place, norp, event or other.")] string? type,
        [FromQuery, Description("Entities, 1 to 200; default 50.")] string? limit,
        FacetReader reader,
        CancellationToken cancellationToken)
    {
        if (type is not (null or "" or "person" or "organisation" or "place" or "norp" or "event" or "other"))
            throw SearchMistakeException.In("type", $"There is no type \"{type}\".", "Use person, organisation, place, norp, event or other.");
        var most = CriteriaReader.Number("limit", limit, 50, MostValues, "narrow the query to see others");
        return TypedResults.Ok(await reader.ReadEntitiesAsync(CriteriaReader.Query(filter), filter.Q ?? "", string.IsNullOrEmpty(type) ? null : type, most, cancellationToken));
    }
}
