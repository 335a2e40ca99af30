using System.Security.Claims;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Storage.Retention;

/// <summary>Removing articles, the takedown log and the retention rules over REST.</summary>
internal static class RetentionEndpoints
{
    private const int LoggedAtOnce = 500;
    private const int MostDays = 36_500;

    public static void MapRetention(this IEndpointRouteBuilder app)
    {
        var articles = app.MapGroup("/v1/articles").WithTags("Articles").RequireAuthorization(Scopes.Admin);

        articles.MapDelete("/{id:guid}", DeleteOneAsync)
            .AddEndpointFilter(new KnownParameters("reason"))
            .WithName("deleteArticle")
            .WithSummary("Remove an article")
            .WithDescription("With its revisions, for good: a tombstone keeps it from coming back. Example: `?reason=court order 12`.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

        articles.MapDelete("/", DeleteManyAsync)
            .AddEndpointFilter(new KnownParameters("source", "url", "reason"))
            .WithName("deleteArticles")
            .WithSummary("Remove the articles of a source or an address")
            .WithDescription("For good: tombstones keep them from coming back. Give source (an id) or url, and the reason.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

        app.MapGet("/v1/removals", LogAsync).WithTags("Retention").RequireAuthorization(Scopes.Admin)
            .AddEndpointFilter(new KnownParameters())
            .WithName("listRemovals")
            .WithSummary("The takedown log")
            .WithDescription("Who removed what, when and why: the last 500.");

        var rules = app.MapGroup("/v1/retention").WithTags("Retention").RequireAuthorization(Scopes.Admin).AddEndpointFilter(new KnownParameters());
        rules.MapGet("/", ListAsync).WithName("listRetention").WithSummary("Retention rules");
        rules.MapPost("/", AddAsync).WithName("addRetention").WithSummary("Add a retention rule")
            .WithDescription("Articles of the source, or with the tag, go that many days after they were first stored. Of several rules for one article the longest counts.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        rules.MapDelete("/{id:guid}", DropAsync).WithName("dropRetention").WithSummary("Drop a retention rule").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Removal>, ProblemHttpResult>> DeleteOneAsync(
        Guid id, string? reason, ClaimsPrincipal user, ArticleRemoval removal, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(reason) ? NoReason() : Answer(await removal.ByIdAsync(id, Name(user), reason, cancellationToken));

    private static async Task<Results<Ok<Removal>, ProblemHttpResult>> DeleteManyAsync(
        string? source, string? url, string? reason, ClaimsPrincipal user, ArticleRemoval removal, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return NoReason();
        return (source, url) switch
        {
            ({ Length: > 0 }, null) when Guid.TryParse(source, out var id) => Answer(await removal.BySourceAsync(id, Name(user), reason, cancellationToken)),
            (null, { Length: > 0 }) => Answer(await removal.ByUrlAsync(url, Name(user), reason, cancellationToken)),
            _ => RequestProblem.BadRequest("It is not clear what to remove.", "Give either source, the id of a source, or url, the address of an article."),
        };
    }

    private static async Task<Ok<RemovalLog>> LogAsync(ArticleRemoval removal, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RemovalLog(await removal.LogAsync(LoggedAtOnce, cancellationToken)));

    private static async Task<Ok<RetentionList>> ListAsync(RetentionRules rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RetentionList(await rules.ListAsync(cancellationToken)));

    private static async Task<Results<Ok<RetentionRule>, ProblemHttpResult>> AddAsync(
        RetentionRequest request, RetentionRules rules, CancellationToken cancellationToken)
    {
        if (request.SourceId is null == string.IsNullOrWhiteSpace(request.Tag))
            return RequestProblem.BadRequest("A rule is for a source or for a tag.", "Give either sourceId or tag.");
        if (request.Days is < 1 or > MostDays)
            return RequestProblem.BadRequest("days is out of range.", $"Give a number from 1 to {MostDays}.");
        return TypedResults.Ok(await rules.AddAsync(request, cancellationToken));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DropAsync(Guid id, RetentionRules rules, CancellationToken cancellationToken) =>
        await rules.DropAsync(id, cancellationToken)
            ? TypedResults.NoContent()
            : RequestProblem.NotFound("There is no such rule.", "GET /v1/retention lists them.");

    private static Results<Ok<Removal>, ProblemHttpResult> Answer(Removal removal) => removal.Articles > 0
        ? TypedResults.Ok(removal)
        : RequestProblem.NotFound("Nothing was removed.", "The archive holds no such article. What was removed before stands in /v1/removals.");

    private static ProblemHttpResult NoReason() =>
        RequestProblem.BadRequest("The reason is missing.", "Say in reason why the articles go; it stays in the log.");

    private static string Name(ClaimsPrincipal user) => user.Identity?.Name is { Length: > 0 } name ? name : "local";
}
