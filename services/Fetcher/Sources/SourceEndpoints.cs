using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Fetcher.Sources;

/// <summary>REST over the sources.</summary>
internal static class SourceEndpoints
{
    public static void MapSources(this IEndpointRouteBuilder app)
    {
        var sources = app.MapGroup("/v1/sources").WithTags("Sources");
        sources.MapGet("/", ListAsync).RequireAuthorization(Scopes.Read)
            .WithSummary("Lists the sources with how they do and when they are asked next");
        sources.MapGet("/{id:guid}", FindAsync).RequireAuthorization(Scopes.Read)
            .WithSummary("Shows one source");
        sources.MapPost("/", AddAsync).RequireAuthorization(Scopes.Ingest)
            .WithSummary("Adds a feed; it is polled at once, and then as often as it has news");
        sources.MapDelete("/{id:guid}", RemoveAsync).RequireAuthorization(Scopes.Ingest)
            .WithSummary("Removes a source; its documents and articles stay");
    }

    private static async Task<Ok<SourceList>> ListAsync(SourceRegistry sources, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SourceList(await sources.ListAsync(cancellationToken)));

    private static async Task<Results<Ok<SourceView>, ProblemHttpResult>> FindAsync(SourceRegistry sources, Guid id, CancellationToken cancellationToken) =>
        await sources.FindAsync(id, cancellationToken) is { } source ? TypedResults.Ok(source) : NoSuchSource();

    private static async Task<Results<Created<SourceView>, ProblemHttpResult>> AddAsync(
        SourceRegistry sources, GuardedClient client, NewSource source, CancellationToken cancellationToken)
    {
        if (TargetKey.Parse(source.Url) is not { } url)
            return RequestProblem.BadRequest("The address cannot be used", $"'{source.Url}' is no http or https address. Give the full address of a feed, such as https://example.org/feed.xml.");
        if (client.Refusal(url) is { } problem)
            return RequestProblem.BadRequest("The address cannot be used", problem);
        var pages = source.Pages ?? PageFetching.WhenSummary;
        if (!PageFetching.All.Contains(pages))
            return RequestProblem.BadRequest("There is no such way to fetch pages", $"`pages` is one of: {string.Join(", ", PageFetching.All)}.");

        return await sources.AddAsync(url, source.Title, pages, cancellationToken) is { } id
            ? TypedResults.Created($"/v1/sources/{id}", await sources.FindAsync(id, cancellationToken))
            : RequestProblem.Conflict("The feed is a source already", "GET /v1/sources lists the sources that exist.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(SourceRegistry sources, Guid id, CancellationToken cancellationToken) =>
        await sources.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : NoSuchSource();

    private static ProblemHttpResult NoSuchSource() => RequestProblem.NotFound("There is no such source", "GET /v1/sources lists the sources that exist.");
}
