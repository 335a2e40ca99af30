using System.Globalization;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Storage.Revisions;

/// <summary>What articles said before, over REST.</summary>
internal static class RevisionEndpoints
{
    private const string Unified = "unified";
    private const string ByWords = "words";

    public static void MapRevisions(this IEndpointRouteBuilder app) => app.MapGet("/v1/articles/{id:guid}/revisions", GetAsync)
        .RequireAuthorization(Scopes.Read)
        .AddEndpointFilter(new KnownParameters("diff", "at"))
        .WithTags("Articles")
        .WithName("getArticleRevisions")
        .WithSummary("What an article said before")
        .WithDescription("All revisions, newest first, each with what it changed and whether that changed the headline or shortened the text. "
            + "`diff=words` adds the difference word by word. `at=2024-05-06T08:00:00Z` gives only the revision that was current at that moment.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<RevisionList>, ProblemHttpResult>> GetAsync(
        Guid id, string? diff, string? at, RevisionReader reader, CancellationToken cancellationToken)
    {
        if (diff is not (null or "" or Unified or ByWords))
            return RequestProblem.BadRequest($"diff does not know \"{diff}\".", $"Use {Unified} or {ByWords}.");
        if (string.IsNullOrEmpty(at))
            return Answer(id, await reader.FindAsync(id, cancellationToken, diff == ByWords));
        return DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Answer(id, await reader.AsOfAsync(id, moment.UtcDateTime, cancellationToken, diff == ByWords))
            : RequestProblem.BadRequest("at is no moment.", "Give ISO 8601, such as 2024-05-06T08:00:00Z.");
    }

    private static Results<Ok<RevisionList>, ProblemHttpResult> Answer(Guid id, RevisionList? revisions) => revisions is null
        ? RequestProblem.NotFound("There is no such article.", $"{id} is in no row of the archive. If it is a document's id, ask /v1/documents/{id}.")
        : TypedResults.Ok(revisions);
}
