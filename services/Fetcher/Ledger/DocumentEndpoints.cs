using Dateline.Content;
using Dateline.Fetcher.Data;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Ledger;

/// <summary>REST over the ledger: documents, their raw content, the accounting, replays.</summary>
internal static class DocumentEndpoints
{
    private const int MaxLimit = 200;

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/v1/documents").WithTags("Documents");
        documents.MapGet("/", ListAsync).RequireAuthorization(Scopes.Read)
            .AddEndpointFilter(new KnownParameters("fate", "source", "cursor", "limit") { Repeatable = ["id"] })
            .WithName("listDocuments").WithSummary("Lists accepted documents, newest first")
            .WithDescription("`fate` is one of in-flight, stored, revised, unchanged, duplicate, rejected, quarantined. `next` of the answer is the `cursor` of the next page. "
                + $"`id`, up to {MaxLimit} times, asks for these documents alone.");
        documents.MapGet("/{id:guid}", FindAsync).RequireAuthorization(Scopes.Read)
            .AddEndpointFilter(new KnownParameters())
            .WithName("getDocument").WithSummary("Shows one document: its fate, the reason, and every hop of its journey");
        documents.MapGet("/{id:guid}/content", ContentAsync).RequireAuthorization(Scopes.Read)
            .AddEndpointFilter(new KnownParameters())
            .WithName("getDocumentContent").WithSummary("Gives the raw bytes as they were received");
        documents.MapPost("/{id:guid}/replay", ReplayOneAsync).RequireAuthorization(Scopes.Admin)
            .AddEndpointFilter(new KnownParameters())
            .WithName("replayDocument").WithSummary("Sends one settled document down the line again, from its raw bytes");

        app.MapPost("/v1/replays", ReplayAsync).RequireAuthorization(Scopes.Admin).WithTags("Documents")
            .AddEndpointFilter(new KnownParameters())
            .WithName("replayDocuments").WithSummary("Replays a selection: by ids, source, fate, reason, quarantine group, version or time of acceptance")
            .WithDescription("All conditions that are given must hold. `parserVersion` and `enricherVersion` select what was last processed with exactly that version, "
                + "`parserVersionNot` and `enricherVersionNot` what was processed with another one or never: after an update, send the new version there.");
        app.MapPost("/v1/replays/preview", PreviewAsync).RequireAuthorization(Scopes.Admin).WithTags("Documents")
            .AddEndpointFilter(new KnownParameters("sample"))
            .WithName("previewReplay").WithSummary("Says what a replay of a selection would send, and sends nothing")
            .WithDescription("Answers how many documents are selected and `sample` of them, spread evenly from the oldest to the newest, with all that a parser "
                + "needs beside their raw content. `dateline replay --preview` parses them again and shows what would change.");
        app.MapGet("/v1/pipeline", PipelineAsync).RequireAuthorization(Scopes.Read).WithTags("Pipeline")
            .AddEndpointFilter(new KnownParameters())
            .WithName("getPipeline").WithSummary("The accounting: accepted = stored + revised + unchanged + duplicate + rejected + quarantined + in flight");
    }

    private static async Task<Results<Ok<DocumentPage>, ProblemHttpResult>> ListAsync(
        LedgerQueries ledger, string? fate, Guid? source, Guid[]? id, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        if (id is { Length: > MaxLimit })
            return RequestProblem.BadRequest("Too many documents are asked for", $"Name at most {MaxLimit} ids at a time.");
        if (id is { Length: > 0 })
            return TypedResults.Ok(new DocumentPage(await ledger.FindAsync(id, cancellationToken), null));
        if (fate is not null && fate != Fate.InFlight && !Fate.All.Contains(fate))
            return RequestProblem.BadRequest("There is no such fate", $"Use one of: {Fate.InFlight}, {string.Join(", ", Fate.All)}.");
        if (limit is < 1 or > MaxLimit)
            return RequestProblem.BadRequest("The limit is out of range", $"Use 1 to {MaxLimit}, and the cursor for more.");
        if (cursor is not null && !Guid.TryParse(cursor, out _))
            return RequestProblem.BadRequest("The cursor cannot be read", "Use the `next` of the page before, unchanged.");

        return TypedResults.Ok(await ledger.ListAsync(fate, source, cursor is null ? null : Guid.Parse(cursor), limit ?? 50, cancellationToken));
    }

    private static async Task<Results<Ok<DocumentView>, ProblemHttpResult>> FindAsync(LedgerQueries ledger, Guid id, CancellationToken cancellationToken) =>
        await ledger.FindAsync(id, cancellationToken) is { } document ? TypedResults.Ok(document) : NoSuchDocument();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ContentAsync(
        Database<IntakeDb> database, ContentStore content, HttpContext context, Guid id, CancellationToken cancellationToken)
    {
        var entry = await database.ReadAsync((db, token) => db.Documents.SingleOrDefaultAsync(row => row.Id == id, token), cancellationToken);
        if (entry is null)
            return NoSuchDocument();
        if (await content.TryReadAsync(entry.ContentKey, cancellationToken) is not { } bytes)
            return RequestProblem.NotFound("The raw content is gone", "It was deleted or is past its retention; the document's journey is still there.");

        // Strangers' bytes from our address: never to be rendered or run.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Bytes(bytes, "application/octet-stream", $"{id}.raw");
    }

    private static async Task<Results<Accepted<ReplayAnswer>, ProblemHttpResult>> ReplayOneAsync(
        Replay replay, LedgerQueries ledger, Guid id, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(id, cancellationToken) is not { } document)
            return NoSuchDocument();
        var replayed = await replay.RunAsync(new ReplaySelection { Ids = [id] }, cancellationToken);
        if (replayed == 1)
            return TypedResults.Accepted($"/v1/documents/{id}", new ReplayAnswer(replayed));
        return document.Fate != Fate.InFlight
            ? RequestProblem.Conflict("The raw content is forgotten", "Its article was taken out of the archive for good; /v1/removals says why.")
            : RequestProblem.Conflict("The document is in flight", "Wait until it is settled, then replay it.");
    }

    private static async Task<Results<Accepted<ReplayAnswer>, ProblemHttpResult>> ReplayAsync(
        Replay replay, ReplaySelection selection, CancellationToken cancellationToken) =>
        selection.IsEmpty
            ? NothingSelected()
            : TypedResults.Accepted("/v1/pipeline", new ReplayAnswer(await replay.RunAsync(selection, cancellationToken)));

    private static async Task<Results<Ok<ReplayPreview>, ProblemHttpResult>> PreviewAsync(
        Replay replay, ReplaySelection selection, int? sample, CancellationToken cancellationToken)
    {
        if (selection.IsEmpty)
            return NothingSelected();
        return sample is < 1 or > MaxLimit
            ? RequestProblem.BadRequest("The sample is out of range", $"Use 1 to {MaxLimit}.")
            : TypedResults.Ok(await replay.PreviewAsync(selection, sample ?? 50, cancellationToken));
    }

    private static async Task<Ok<PipelineView>> PipelineAsync(LedgerQueries ledger, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ledger.PipelineAsync(cancellationToken));

    private static ProblemHttpResult NothingSelected() => RequestProblem.BadRequest(
        "Nothing is selected", "Give at least one of ids, sourceId, fate, reason, group, parserVersion, parserVersionNot, enricherVersion, enricherVersionNot, from, to.");

    private static ProblemHttpResult NoSuchDocument() => RequestProblem.NotFound(
        "There is no such document", "Check the id. GET /v1/documents lists what was accepted; GET /v1/why?url= finds it by address.");
}
