using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Storage.Search;

/// <summary>Articles over REST.</summary>
internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder app)
    {
        var articles = app.MapGroup("/v1/articles").WithTags("Articles").RequireAuthorization(Scopes.Read);

        articles.MapGet("/", SearchAsync)
            .AddEndpointFilter(new KnownParameters([.. QueryFilter.Names, "sort", "collapse", "fields", "limit", "cursor"]))
            .AddEndpointFilter<ArchiveTag>()
            .WithName("searchArticles")
            .WithSummary("Search articles")
            .WithDescription("Newest first by default, in pages without end: follow `next`. A query that is not understood gets a 400 whose `position` and `pointer` show the character. Example: `?q=patrushev lang:en published:2023-03`.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        articles.MapGet("/{id:guid}", GetAsync)
            .AddEndpointFilter(new KnownParameters())
            .WithName("getArticle")
            .WithSummary("One article")
            .WithDescription("Text in blocks, dates with their evidence, what it is about, the documents it came from, its copies, and the trace id of its journey.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ArticlePage>, JsonHttpResult<SelectedPage>, ProblemHttpResult>> SearchAsync(
        [AsParameters] ArticleSearchRequest request, ArticleSearch search, CancellationToken cancellationToken)
    {
        var (criteria, problem) = CriteriaReader.Read(request);
        if (criteria is null)
            return RequestProblem.BadRequest(problem!.Title, problem.WhatToDo, problem.ToExtensions());

        var page = await search.FindAsync(criteria, request.Q ?? "", cancellationToken);
        return criteria.Fields is { } fields ? TypedResults.Json(SelectedPage.Of(page, fields)) : TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<ArticleView>, ProblemHttpResult>> GetAsync(Guid id, ArticleReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, cancellationToken) is { } article ? TypedResults.Ok(article) : NoArticle(id);

    private static ProblemHttpResult NoArticle(Guid id) => RequestProblem.NotFound(
        "There is no such article.", $"{id} is in no row of the archive. If it is a document's id, ask /v1/documents/{id}.");
}
