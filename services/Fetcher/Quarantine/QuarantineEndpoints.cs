using Dateline.Fetcher.Ledger;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Fetcher.Quarantine;

/// <summary>REST over the quarantine.</summary>
internal static class QuarantineEndpoints
{
    public static void MapQuarantine(this IEndpointRouteBuilder app)
    {
        var quarantine = app.MapGroup("/v1/quarantine").WithTags("Quarantine").AddEndpointFilter(new KnownParameters());
        quarantine.MapGet("/", ListAsync).RequireAuthorization(Scopes.Read)
            .WithName("listQuarantine").WithSummary("Shows what failed for good, grouped by cause");
        quarantine.MapPost("/{group}/replay", ReplayAsync).RequireAuthorization(Scopes.Admin)
            .WithName("replayQuarantine").WithSummary("Sends all documents of a group down the line again, once its cause is mended");
    }

    private static async Task<Ok<QuarantineList>> ListAsync(QuarantineWard ward, CancellationToken cancellationToken) =>
        TypedResults.Ok(new QuarantineList(await ward.GroupsAsync(cancellationToken)));

    private static async Task<Results<Accepted<ReplayAnswer>, ProblemHttpResult>> ReplayAsync(
        QuarantineWard ward, Replay replay, string group, CancellationToken cancellationToken)
    {
        if (!await ward.KnowsAsync(group, cancellationToken))
            return RequestProblem.NotFound("There is no such group", "GET /v1/quarantine lists the groups that exist.");
        var selection = new ReplaySelection { Group = group, Fate = Fate.Quarantined };
        return TypedResults.Accepted("/v1/pipeline", new ReplayAnswer(await replay.RunAsync(selection, cancellationToken)));
    }
}
