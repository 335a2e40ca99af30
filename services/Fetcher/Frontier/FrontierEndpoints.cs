using Dateline.Fetcher.Ledger;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Fetcher.Frontier;

/// <summary>REST over the frontier: what was seen, what is to be fetched, and why something was not.</summary>
internal static class FrontierEndpoints
{
    private const int MaxLimit = 200;

    public static void MapFrontier(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/why", WhyAsync).RequireAuthorization(Scopes.Read).WithTags("Documents")
            .WithSummary("Where did my article go, and why? What is known about an address, hop by hop");
        app.MapGet("/v1/targets", ListAsync).RequireAuthorization(Scopes.Read).WithTags("Sources")
            .WithSummary("Lists addresses that were seen, newest first")
            .WithDescription("`via` narrows it to what one feed led to, `source` to a source, `status` to one of waiting, fetched, unfetched, failed.");
    }

    private static async Task<Results<Ok<WhyView>, ProblemHttpResult>> WhyAsync(FrontierQueries frontier, string? url, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(url)
            ? RequestProblem.BadRequest("The address is missing", "Ask with ?url= and the address, escaped.")
            : TypedResults.Ok(await frontier.WhyAsync(url.Trim(), cancellationToken));

    private static async Task<Results<Ok<TargetPage>, ProblemHttpResult>> ListAsync(
        FrontierQueries frontier, Guid? via, Guid? source, string? status, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MaxLimit)
            return RequestProblem.BadRequest("The limit is out of range", $"Use 1 to {MaxLimit}, and the cursor for more.");
        if (!string.IsNullOrEmpty(cursor) && !Guid.TryParse(cursor, out _))
            return RequestProblem.BadRequest("The cursor cannot be read", "Use the `next` of the page before, unchanged.");
        var before = string.IsNullOrEmpty(cursor) ? (Guid?)null : Guid.Parse(cursor);
        return TypedResults.Ok(await frontier.ListAsync(via, source, status, before, limit ?? 50, cancellationToken));
    }
}
