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
            .AddEndpointFilter(new KnownParameters("url"))
            .WithName("explainAddress").WithSummary("Where did my article go, and why? What is known about an address, hop by hop");
        app.MapGet("/v1/targets", ListAsync).RequireAuthorization(Scopes.Read).WithTags("Sources")
            .AddEndpointFilter(new KnownParameters("via", "source", "host", "status", "cursor", "limit"))
            .WithName("listTargets").WithSummary("Lists addresses that were seen, newest first")
            .WithDescription("`via` narrows it to what one feed led to, `source` to a source, `host` to a host, `status` to one of waiting, fetched, unfetched, failed.");
        app.MapGet("/v1/hosts", HostsAsync).RequireAuthorization(Scopes.Read).WithTags("Sources")
            .AddEndpointFilter(new KnownParameters("q", "waiting", "cursor", "limit"))
            .WithName("listHosts").WithSummary("Lists the hosts that are asked for feeds and pages, with their budgets, by name")
            .WithDescription("`q` is a part of the name; `waiting=true` leaves only hosts that addresses wait for.");
        app.MapGet("/v1/hosts/{host}", HostAsync).RequireAuthorization(Scopes.Read).WithTags("Sources")
            .AddEndpointFilter(new KnownParameters())
            .WithName("getHost").WithSummary("Shows one host: its pause and next slot, what waits for it, when it last asked to be left alone, what its robots.txt says")
            .WithDescription("`host` is the name, with the port where it is not the scheme's own, such as `example.org` or `example.org:8080`.");
    }

    private static async Task<Results<Ok<WhyView>, ProblemHttpResult>> WhyAsync(FrontierQueries frontier, string? url, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(url)
            ? RequestProblem.BadRequest("The address is missing", "Ask with ?url= and the address, escaped.")
            : TypedResults.Ok(await frontier.WhyAsync(url.Trim(), cancellationToken));

    private static async Task<Results<Ok<TargetPage>, ProblemHttpResult>> ListAsync(
        FrontierQueries frontier, Guid? via, Guid? source, string? host, string? status, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MaxLimit)
            return RequestProblem.BadRequest("The limit is out of range", $"Use 1 to {MaxLimit}, and the cursor for more.");
        if (!string.IsNullOrEmpty(cursor) && !Guid.TryParse(cursor, out _))
            return RequestProblem.BadRequest("The cursor cannot be read", "Use the `next` of the page before, unchanged.");
        var before = string.IsNullOrEmpty(cursor) ? (Guid?)null : Guid.Parse(cursor);
        return TypedResults.Ok(await frontier.ListAsync(via, source, host?.ToLowerInvariant(), status, before, limit ?? 50, cancellationToken));
    }

    private static async Task<Results<Ok<HostPage>, ProblemHttpResult>> HostsAsync(
        HostQueries hosts, string? q, bool? waiting, string? cursor, int? limit, CancellationToken cancellationToken) =>
        limit is < 1 or > MaxLimit
            ? RequestProblem.BadRequest("The limit is out of range", $"Use 1 to {MaxLimit}, and the cursor for more.")
            : TypedResults.Ok(await hosts.ListAsync(q, waiting ?? false, cursor, limit ?? 50, cancellationToken));

    private static async Task<Results<Ok<HostView>, ProblemHttpResult>> HostAsync(HostQueries hosts, string host, CancellationToken cancellationToken) =>
        await hosts.FindAsync(host.ToLowerInvariant(), cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : RequestProblem.NotFound("There is no such host", "Nothing was ever to be fetched there. GET /v1/hosts lists the hosts that are known; a port belongs to the name where it is not the scheme's own.");
}
