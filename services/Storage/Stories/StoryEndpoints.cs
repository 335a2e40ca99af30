using System.Globalization;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Storage.Stories;

/// <summary>Stories over REST.</summary>
internal static class StoryEndpoints
{
    private const int DefaultLimit = 50;
    private const int DefaultSimilar = 20;

    public static void MapStories(this IEndpointRouteBuilder app)
    {
        var stories = app.MapGroup("/v1/stories").WithTags("Stories");

        stories.MapGet("/", ListAsync).RequireAuthorization(Scopes.Read)
            .AddEndpointFilter(new KnownParameters("from", "to", "members", "limit", "cursor"))
            .WithName("listStories")
            .WithSummary("Stories")
            .WithDescription("Events and how many articles report them, the latest report first, in pages without end: follow `next`. Example: `?from=2024-05-01&members=3`.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        stories.MapGet("/{id:guid}", GetAsync).RequireAuthorization(Scopes.Read)
            .AddEndpointFilter(new KnownParameters())
            .WithName("getStory")
            .WithSummary("One story")
            .WithDescription("Its articles, the first and the fullest report, and how it spread over sources and time.")
            .ProducesProblem(StatusCodes.Status404NotFound);

        stories.MapPost("/{id:guid}/merge", MergeAsync).RequireAuthorization(Scopes.Admin)
            .AddEndpointFilter(new KnownParameters())
            .WithName("mergeStories")
            .WithSummary("Put stories into this one")
            .WithDescription("Their articles move here for good, and later ones follow. The merged ids lead here.")
            .ProducesProblem(StatusCodes.Status409Conflict);

        stories.MapPost("/{id:guid}/split", SplitAsync).RequireAuthorization(Scopes.Admin)
            .AddEndpointFilter(new KnownParameters())
            .WithName("splitStory")
            .WithSummary("Take articles out of this story")
            .WithDescription("They become a story of their own. Later articles join whichever of the two they are more alike.")
            .ProducesProblem(StatusCodes.Status409Conflict);

        app.MapGet("/v1/articles/{id:guid}/similar", GetSimilarAsync).RequireAuthorization(Scopes.Read)
            .AddEndpointFilter(new KnownParameters("limit"))
            .WithTags("Articles")
            .WithName("getSimilarArticles")
            .WithSummary("Articles like this one")
            .WithDescription("Copies first, then its story, then stories close to it, each with the words they share.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<StoryPage>, ProblemHttpResult>> ListAsync(
        string? from, string? to, string? members, string? limit, string? cursor, StoryReader reader, CancellationToken cancellationToken)
    {
        if (!TryMoment(from, out var start) || !TryMoment(to, out var end))
            return RequestProblem.BadRequest("from or to is no date.", "Give ISO 8601 in UTC, such as 2024-05-01 or 2024-05-01T08:00:00Z.");
        if (!TryNumber(members, 2, int.MaxValue, out var fewest))
            return RequestProblem.BadRequest("members is out of range.", "Give the least number of articles in a story, 1 or more; without it, 2.");
        if (!TryNumber(limit, DefaultLimit, StoryReader.MaxLimit, out var count))
            return RequestProblem.BadRequest("limit is out of range.", $"Give a number from 1 to {StoryReader.MaxLimit}; follow `next` for more.");
        var after = string.IsNullOrEmpty(cursor) ? null : StoryReader.ReadCursor(cursor);
        if (!string.IsNullOrEmpty(cursor) && after is null)
            return RequestProblem.BadRequest("cursor is damaged.", "Give `next` of the page before exactly as it came.");
        return TypedResults.Ok(await reader.ListAsync(start, end, fewest, count, after, cancellationToken));
    }

    private static async Task<Results<Ok<StoryView>, ProblemHttpResult>> GetAsync(Guid id, StoryReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, cancellationToken) is { } story
            ? TypedResults.Ok(story)
            : RequestProblem.NotFound("There is no such story.", $"{id} is in no row of the archive. An article names its story as `storyId`.");

    private static async Task<Results<Ok<SimilarList>, ProblemHttpResult>> GetSimilarAsync(
        Guid id, string? limit, SimilarReader reader, CancellationToken cancellationToken)
    {
        if (!TryNumber(limit, DefaultSimilar, SimilarReader.MaxLimit, out var count))
            return RequestProblem.BadRequest("limit is out of range.", $"Give a number from 1 to {SimilarReader.MaxLimit}.");
        return await reader.FindAsync(id, count, cancellationToken) is { } list
            ? TypedResults.Ok(list)
            : RequestProblem.NotFound("There is no such article.", $"{id} is in no row of the archive. If it is a document's id, ask /v1/documents/{id}.");
    }

    private static async Task<Results<Ok<StoryView>, ProblemHttpResult>> MergeAsync(
        Guid id, StoryMerge merge, StoryEditor editor, StoryReader reader, CancellationToken cancellationToken) =>
        await AnswerAsync(await editor.MergeAsync(id, merge.Stories ?? [], cancellationToken), reader, cancellationToken);

    private static async Task<Results<Ok<StoryView>, ProblemHttpResult>> SplitAsync(
        Guid id, StorySplit split, StoryEditor editor, StoryReader reader, CancellationToken cancellationToken) =>
        await AnswerAsync(await editor.SplitAsync(id, split.Articles ?? [], cancellationToken), reader, cancellationToken);

    private static async Task<Results<Ok<StoryView>, ProblemHttpResult>> AnswerAsync(StoryEdit edit, StoryReader reader, CancellationToken cancellationToken) =>
        edit.Problem is { } problem
            ? RequestProblem.Conflict("Nothing was changed.", problem)
            : TypedResults.Ok((await reader.FindAsync(edit.StoryId, cancellationToken))!);

    private static bool TryMoment(string? text, out DateTime? moment)
    {
        var known = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        moment = known ? at.UtcDateTime : null;
        return known || string.IsNullOrEmpty(text);
    }

    private static bool TryNumber(string? text, int otherwise, int most, out int number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most);
    }
}
