using System.Security.Claims;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Storage.Duplicates;

/// <summary>A person's word on copies, over REST.</summary>
internal static class CopyEndpoints
{
    public static void MapCopies(this IEndpointRouteBuilder app) => app.MapPut("/v1/articles/{id:guid}/original", DecideAsync)
        .RequireAuthorization(Scopes.Admin)
        .AddEndpointFilter(new KnownParameters())
        .WithTags("Articles")
        .WithName("decideOriginal")
        .WithSummary("Say what an article is a copy of")
        .WithDescription("`{\"original\":null}` says that it is no copy. The decision stays, whatever arrives later; copies of the article follow it.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ProblemHttpResult>> DecideAsync(
        Guid id, CopyDecision decision, ClaimsPrincipal user, CopyEditor editor, CancellationToken cancellationToken) =>
        await editor.DecideAsync(id, decision.Original, user.Identity?.Name is { Length: > 0 } name ? name : "local", cancellationToken) is { } problem
            ? RequestProblem.Conflict("Nothing was changed.", problem)
            : TypedResults.NoContent();
}
