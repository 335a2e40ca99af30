using System.Text;
using System.Text.Json.Nodes;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Fetcher.Sources;

/// <summary>REST over the sources.</summary>
internal static class SourceEndpoints
{
    public static void MapSources(this IEndpointRouteBuilder app)
    {
        var sources = app.MapGroup("/v1/sources").WithTags("Sources").AddEndpointFilter(new KnownParameters());
        sources.MapGet("/", ListAsync).RequireAuthorization(Scopes.Read)
            .WithName("listSources").WithSummary("Lists the sources with how they do and when they are asked next");
        sources.MapGet("/{id:guid}", FindAsync).RequireAuthorization(Scopes.Read)
            .WithName("getSource").WithSummary("Shows one source: its health, what is expected of it by weekday and hour, and what would mend it");
        sources.MapPost("/", AddAsync).RequireAuthorization(Scopes.Ingest)
            .WithName("addSource").WithSummary("Adds a feed, a site, a sitemap, or all of a subscription list")
            .WithDescription("A site's feed is found by its link tags, by the usual paths, and by the sitemaps of its robots.txt. A subscription list (OPML) answers 200 with a receipt per line.");
        sources.MapPost("/preview", PreviewAsync).RequireAuthorization(Scopes.Ingest)
            .WithName("previewSource").WithSummary("Shows what would come in from an address, and stores nothing");
        sources.MapPatch("/{id:guid}", ChangeAsync).RequireAuthorization(Scopes.Ingest)
            .Accepts<SourceSettings>("application/merge-patch+json", "application/json")
            .WithName("changeSource").WithSummary("Changes a source's settings; what is left out stays, null means the default")
            .WithDescription("A merge patch (RFC 7396) with any of url, title, pages, minIntervalMinutes, maxIntervalMinutes, headers, cookie, userAgent, paused, tags.");
        sources.MapPost("/{id:guid}/proposal", ApplyAsync).RequireAuthorization(Scopes.Ingest)
            .WithName("applySourceProposal").WithSummary("Applies what was proposed to mend a source");
        sources.MapDelete("/{id:guid}", RemoveAsync).RequireAuthorization(Scopes.Ingest)
            .WithName("removeSource").WithSummary("Removes a source; its documents and articles stay");
        sources.MapGet("/opml", ExportAsync).RequireAuthorization(Scopes.Read)
            .Produces<string>(StatusCodes.Status200OK, "text/x-opml")
            .WithName("exportSources").WithSummary("Exports the sources and their settings as OPML; headers and cookies are secrets and stay here");
        sources.MapPost("/opml", ImportAsync).RequireAuthorization(Scopes.Ingest)
            .Accepts<string>("text/x-opml", "text/xml", "application/xml")
            .WithName("importSources").WithSummary("Adds the feeds of a subscription list (OPML), with a receipt per line");
    }

    private static async Task<Ok<SourceList>> ListAsync(SourceQueries sources, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SourceList(await sources.ListAsync(cancellationToken)));

    private static async Task<Results<Ok<SourceView>, ProblemHttpResult>> FindAsync(SourceQueries sources, Guid id, CancellationToken cancellationToken) =>
        await sources.FindAsync(id, cancellationToken) is { } source ? TypedResults.Ok(source) : NoSuchSource();

    private static async Task<Results<Created<SourceView>, Ok<SourceReceipts>, ProblemHttpResult>> AddAsync(
        SourceDoor door, SourceQueries sources, GuardedClient client, NewSource source, CancellationToken cancellationToken)
    {
        if (Refusal(source, client) is { } refusal)
            return refusal;

        var receipts = await door.AddAsync(TargetKey.Parse(source.Url)!, source.ToSettings(), cancellationToken);
        return receipts switch
        {
            [{ Outcome: SourceReceipt.Added, Id: { } id }] => TypedResults.Created($"/v1/sources/{id}", await sources.FindAsync(id, cancellationToken)),
            [{ Outcome: SourceReceipt.Known } known] => RequestProblem.Conflict("The feed is a source already", $"{known.Url} is a source already: GET /v1/sources/{known.Id} shows it."),
            [{ Outcome: SourceReceipt.Refused } refused] => RequestProblem.Unprocessable("There is no feed", refused.Problem!),
            _ => TypedResults.Ok(new SourceReceipts(receipts)),
        };
    }

    private static async Task<Results<Ok<SourcePreview>, ProblemHttpResult>> PreviewAsync(
        SourceDoor door, GuardedClient client, NewSource source, CancellationToken cancellationToken) =>
        Refusal(source, client) is { } refusal
            ? refusal
            : TypedResults.Ok(await door.PreviewAsync(TargetKey.Parse(source.Url)!, source.ToSettings(), cancellationToken));

    private static async Task<Results<Ok<SourceView>, ProblemHttpResult>> ChangeAsync(
        SourceRegistry registry, SourceQueries sources, GuardedClient client, Guid id, JsonObject patch, CancellationToken cancellationToken)
    {
        if (await registry.SettingsAsync(id, cancellationToken) is not { } known)
            return NoSuchSource();
        var (changed, unreadable) = SourcePatch.Apply(known, patch);
        if (changed is not { } settings)
            return RequestProblem.BadRequest("The change cannot be read", unreadable!);
        if (settings.Problem() is { } problem)
            return RequestProblem.BadRequest("The settings cannot be used", problem);
        if (settings.Url != known.Url && (TargetKey.Parse(settings.Url) is not { } url ? Unreadable(settings.Url) : client.Refusal(url)) is { } refusal)
            return RequestProblem.BadRequest("The address cannot be used", refusal);

        return await registry.ChangeAsync(id, settings, cancellationToken) && await sources.FindAsync(id, cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : RequestProblem.Conflict("The feed is a source already", "Another source has this address. GET /v1/sources lists the sources that exist.");
    }

    private static async Task<Results<Ok<SourceView>, ProblemHttpResult>> ApplyAsync(
        SourceRegistry registry, SourceQueries sources, Guid id, CancellationToken cancellationToken) =>
        await registry.ApplyProposalAsync(id, cancellationToken) switch
        {
            true when await sources.FindAsync(id, cancellationToken) is { } source => TypedResults.Ok(source),
            false => RequestProblem.Conflict("The feed is a source already", "Another source has the proposed address: remove this one."),
            _ => RequestProblem.NotFound("There is nothing to apply", "The source does not exist, or nothing is proposed for it. GET /v1/sources/{id} shows what is."),
        };

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(SourceRegistry sources, Guid id, CancellationToken cancellationToken) =>
        await sources.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : NoSuchSource();

    private static async Task<ContentHttpResult> ExportAsync(SourceQueries sources, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Text(SubscriptionList.Write(await sources.RowsAsync(cancellationToken), time.GetUtcNow()), "text/x-opml", Encoding.UTF8);

    private static async Task<Results<Ok<SourceReceipts>, ProblemHttpResult>> ImportAsync(
        SourceRegistry registry, FeedReader feeds, GuardedClient client, HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken); // the server bounds it
        return feeds.TryRead(body.ToArray(), request.ContentType, null, out var list) && list.Format == FeedFormat.Opml
            ? TypedResults.Ok(new SourceReceipts(await SubscriptionImport.RunAsync(list, registry, client, cancellationToken)))
            : RequestProblem.Unprocessable("This is no subscription list", "Send the OPML file that other readers export, as it is. A feed's address goes to POST /v1/sources.");
    }

    private static ProblemHttpResult? Refusal(NewSource source, GuardedClient client)
    {
        if ((TargetKey.Parse(source.Url) is not { } url ? Unreadable(source.Url) : client.Refusal(url)) is { } refusal)
            return RequestProblem.BadRequest("The address cannot be used", refusal);
        return source.ToSettings().Problem() is { } problem ? RequestProblem.BadRequest("The settings cannot be used", problem) : null;
    }

    private static string Unreadable(string? url) => $"'{url}' is no http or https address. Give the full address of a feed, such as https://example.org/feed.xml.";

    private static ProblemHttpResult NoSuchSource() => RequestProblem.NotFound("There is no such source", "GET /v1/sources lists the sources that exist.");
}
