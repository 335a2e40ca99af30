using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Storage.Delivery;

/// <summary>Saved searches over REST, and as feeds.</summary>
internal static class SavedSearchEndpoints
{
    private const int LongestName = 200;

    public static RouteGroupBuilder MapSavedSearches(this IEndpointRouteBuilder app)
    {
        var searches = app.MapGroup("/v1/searches").WithTags("Saved searches").RequireAuthorization(Scopes.Read).AddEndpointFilter(new KnownParameters());

        searches.MapGet("/", (SavedSearchStore store, CancellationToken token) => store.ListAsync(token))
            .WithName("listSearches").WithSummary("All saved searches");

        searches.MapPost("/", AddAsync).RequireAuthorization(Scopes.Ingest)
            .WithName("saveSearch").WithSummary("Save a search")
            .WithDescription("Its matches can then be read as Atom, RSS and JSON Feed, and sent to webhooks.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);

        searches.MapGet("/{id:guid}", FindAsync)
            .WithName("getSearch").WithSummary("One saved search").ProducesProblem(StatusCodes.Status404NotFound);

        searches.MapPut("/{id:guid}", ChangeAsync).RequireAuthorization(Scopes.Ingest)
            .WithName("changeSearch").WithSummary("Change a saved search")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

        searches.MapDelete("/{id:guid}", RemoveAsync).RequireAuthorization(Scopes.Ingest)
            .WithName("removeSearch").WithSummary("Remove a saved search with its webhooks").ProducesProblem(StatusCodes.Status404NotFound);

        searches.MapGet("/{id:guid}/feed.{format:regex(^(atom|rss|json)$)}", FeedAsync)
            .AddEndpointFilter<ArchiveTag>()
            .WithName("readSearchFeed").WithSummary("The newest matches as a feed")
            .WithDescription("Fifty articles, newest first, as Atom, RSS 2.0 or JSON Feed 1.1, with an ETag.")
            .Produces<string>(StatusCodes.Status200OK, "application/atom+xml", "application/rss+xml", "application/feed+json")
            .ProducesProblem(StatusCodes.Status404NotFound);

        searches.MapPost("/{id:guid}/feed-address", RenewFeedsAsync).RequireAuthorization(Scopes.Ingest)
            .WithName("renewFeedAddress").WithSummary("Give the feeds of a search a new address of their own")
            .WithDescription("Feed readers can send no key: whoever knows the address, `openFeeds`, may read these matches and nothing else. The address before it leads nowhere from now on.")
            .ProducesProblem(StatusCodes.Status404NotFound);

        searches.MapDelete("/{id:guid}/feed-address", RevokeFeedsAsync).RequireAuthorization(Scopes.Ingest)
            .WithName("revokeFeedAddress").WithSummary("Take the feeds' own address away").ProducesProblem(StatusCodes.Status404NotFound);

        app.MapGet("/v1/feeds/{token}.{format:regex(^(atom|rss|json)$)}", OpenFeedAsync).WithTags("Saved searches").AllowAnonymous()
            .AddEndpointFilter(new KnownParameters())
            .AddEndpointFilter<ArchiveTag>()
            .WithName("readOpenFeed").WithSummary("The newest matches as a feed, without a key")
            .WithDescription("For feed readers: the address is the permission. It stands in `openFeeds` of the saved search.")
            .Produces<string>(StatusCodes.Status200OK, "application/atom+xml", "application/rss+xml", "application/feed+json")
            .ProducesProblem(StatusCodes.Status404NotFound);

        return searches;
    }

    /// <exception cref="SearchMistakeException">The draft cannot be used.</exception>
    internal static SearchDraft Checked(SearchDraft draft)
    {
        var name = draft.Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
            throw SearchMistakeException.In("name", "A name is needed.", $"Give one of at most {LongestName} characters.");
        CriteriaReader.Query(draft.Query ?? "", "query");
        return new SearchDraft(name, draft.Query ?? "");
    }

    private static async Task<Results<Created<SavedSearch>, ProblemHttpResult>> AddAsync(SearchDraft draft, SavedSearchStore store, CancellationToken cancellationToken) =>
        await store.AddAsync(Checked(draft), cancellationToken) is { } search
            ? TypedResults.Created($"/v1/searches/{search.Id}", search)
            : RequestProblem.Conflict("There is a search of this name.", "Choose another name, or change that search with PUT.");

    private static async Task<Results<Ok<SavedSearch>, ProblemHttpResult>> FindAsync(Guid id, SavedSearchStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } search ? TypedResults.Ok(search) : NoSearch();

    private static async Task<Results<Ok<SavedSearch>, ProblemHttpResult>> ChangeAsync(Guid id, SearchDraft draft, SavedSearchStore store, CancellationToken cancellationToken) =>
        await store.ChangeAsync(id, Checked(draft), cancellationToken) is { } search ? TypedResults.Ok(search) : NoSearch();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, SavedSearchStore store, CancellationToken cancellationToken) =>
        await store.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : NoSearch();

    private static async Task<Results<Ok<SavedSearch>, ProblemHttpResult>> RenewFeedsAsync(Guid id, SavedSearchStore store, CancellationToken cancellationToken) =>
        await store.RenewFeedsAsync(id, cancellationToken) is { } search ? TypedResults.Ok(search) : NoSearch();

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeFeedsAsync(Guid id, SavedSearchStore store, CancellationToken cancellationToken) =>
        await store.RevokeFeedsAsync(id, cancellationToken) is null ? NoSearch() : TypedResults.NoContent();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> OpenFeedAsync(
        string token, string format, SavedSearchStore store, ArticleSearch articles, HttpRequest request, CancellationToken cancellationToken) =>
        await store.FindByTokenAsync(token, cancellationToken) is { } search
            ? await WriteAsync(search, format, articles, request, cancellationToken)
            : RequestProblem.NotFound("There is no such feed.", "Its address may have been renewed or revoked: `openFeeds` of the saved search has the present one.");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FeedAsync(
        Guid id, string format, SavedSearchStore store, ArticleSearch articles, HttpRequest request, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } search ? await WriteAsync(search, format, articles, request, cancellationToken) : NoSearch();

    private static async Task<FileContentHttpResult> WriteAsync(
        SavedSearch search, string format, ArticleSearch articles, HttpRequest request, CancellationToken cancellationToken)
    {
        var page = await articles.FindAsync(new ArticleCriteria { Query = CriteriaReader.Query(search.Query, "query") }, search.Query, cancellationToken);
        var self = new Uri(request.GetEncodedUrl());
        return format switch
        {
            "atom" => TypedResults.Bytes(MatchFeed.Atom(search, page.Items, self), "application/atom+xml; charset=utf-8"),
            "rss" => TypedResults.Bytes(MatchFeed.Rss(search, page.Items, self), "application/rss+xml; charset=utf-8"),
            _ => TypedResults.Bytes(MatchFeed.Json(search, page.Items, self), "application/feed+json"),
        };
    }

    internal static ProblemHttpResult NoSearch() => RequestProblem.NotFound("There is no such saved search.", "GET /v1/searches lists them.");
}
