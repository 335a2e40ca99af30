using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Query.Syntax;
using Dateline.Storage.Delivery.Tables;
using Dateline.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Dateline.Storage.Delivery;

/// <summary>Articles for machines over REST: what changed, as it changes, and all of them.</summary>
internal static class DeliveryEndpoints
{
    private const int MostChanges = 1000;
    private const string PositionHeader = "Dateline-Position";

    public static void MapDelivery(this IEndpointRouteBuilder app)
    {
        var delivery = app.MapGroup("/v1").WithTags("Delivery").RequireAuthorization(Scopes.Read);

        delivery.MapGet("/changes", ChangesAsync)
            .AddEndpointFilter(new KnownParameters("after", "limit", "q"))
            .WithName("readChanges")
            .WithSummary("What changed since")
            .WithDescription("Every insert, update and retraction in the order of commits: nothing is skipped, whoever writes at the same time. Start without `after` (the whole archive) or with `after=now`, and give `next` back each time. Treat inserted and updated alike: store the article as it is given. To copy the archive, export it first and follow from the header `Dateline-Position` of that answer.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        delivery.MapGet("/stream", StreamAsync)
            .AddEndpointFilter(new KnownParameters("after", "q"))
            .WithName("streamChanges")
            .WithSummary("Changes as they happen")
            .WithDescription("Server-sent events named inserted, updated, retracted, unmatched and position. A client that reconnects with Last-Event-ID (browsers do so by themselves) goes on where it was, without a gap. Without it the stream begins now, or after the change given as `after`.")
            .Produces<ChangedArticle>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        delivery.MapGet("/export", ExportAsync)
            .AddEndpointFilter(new KnownParameters([.. QueryFilter.Names, "format", "fields", "after"]))
            .WithName("exportArticles")
            .WithSummary("All matches in one answer")
            .WithDescription("Streamed without a limit, in the order of first storing. Every line begins with a cursor: after a broken connection give the cursor of the last whole line as `after`, and append what comes (a resumed table has no header line). In CSV, what a spreadsheet would take for a formula gets an apostrophe before it. Parquet has the columns of the table with their types, and lists as lists (of entities, places, keywords and topics the names). Its index stands at the end: a file that broke off cannot be opened, so ask for it again, or take NDJSON where connections break; with `after` a new file begins. The header `Dateline-Position` says from which change on to follow /v1/changes to keep the copy current.")
            .Produces<string>(StatusCodes.Status200OK, "application/x-ndjson", "text/csv", "application/vnd.apache.parquet")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Ok<ChangePage>> ChangesAsync(
        [FromQuery, Description("`next` of the page before; `now` for the present end.")] string? after,
        [FromQuery, Description("Changes looked at, 1 to 1000; default 100.")] string? limit,
        [FromQuery, Description("Only articles that match this query.")] string? q,
        ChangeReader changes,
        CancellationToken cancellationToken)
    {
        var query = CriteriaReader.Query(q ?? "", "q");
        var position = await PositionAsync(after ?? "0", "after", changes, cancellationToken);
        return TypedResults.Ok(await changes.ReadAsync(position, CriteriaReader.Number("limit", limit, 100, MostChanges, "give `next` as `after` for more"), query, cancellationToken));
    }

    private static async Task<IResult> StreamAsync(
        [FromQuery, Description("Begin after this change; without it, now.")] string? after,
        [FromQuery, Description("Only articles that match this query.")] string? q,
        [FromHeader(Name = "Last-Event-ID"), Description("The id of the last event that was received.")] string? lastEventId,
        ChangeReader changes,
        ChangeStream stream,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var query = CriteriaReader.Query(q ?? "", "q");
        var position = string.IsNullOrEmpty(lastEventId)
            ? await PositionAsync(after ?? "now", "after", changes, cancellationToken)
            : await PositionAsync(lastEventId, "Last-Event-ID", changes, cancellationToken);
        response.Headers["X-Accel-Buffering"] = "no"; // nginx would hold events back
        return TypedResults.ServerSentEvents(stream.FollowAsync(position, query, cancellationToken));
    }

    private static async Task<long> PositionAsync(string text, string parameter, ChangeReader changes, CancellationToken cancellationToken)
    {
        if (text == "now")
            return await changes.LastAsync(cancellationToken);
        return Number(text, parameter, "Give the position of a change, or `now`.");
    }

    private static long Number(string text, string parameter, string whatToDo) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw SearchMistakeException.In(parameter, $"{parameter} is no position.", whatToDo);

    private static async Task ExportAsync(
        [AsParameters] QueryFilter filter,
        [FromQuery, Description("ndjson (default), csv or parquet.")] string? format,
        [FromQuery, Description("Names of fields, parted by commas; all without it.")] string? fields,
        [FromQuery, Description("The cursor of the last line that arrived whole; of a Parquet file, the last value of its column cursor.")] string? after,
        ArticleExport export,
        ChangeReader changes,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var query = CriteriaReader.Query(filter);
        var writer = Writer(CriteriaReader.Choice<ExportFormat>("format", format), ArticleFields.Read(fields) ?? ArticleFields.All, json.Value.SerializerOptions);
        var start = string.IsNullOrEmpty(after) ? 0 : Number(after, "after", "Give the cursor of the last whole line.");

        // Read first: what is committed between the two is in both, never in neither.
        response.Headers[PositionHeader] = (await changes.LastAsync(cancellationToken)).ToString(CultureInfo.InvariantCulture);
        var end = await export.EndAsync(cancellationToken);
        response.ContentType = writer.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{writer.FileName}\"";
        await writer.WriteAsync(response.BodyWriter, export.ReadAsync(query, start, end, cancellationToken), resumed: start > 0, cancellationToken);
    }

    private static IExportWriter Writer(ExportFormat format, IReadOnlyList<ArticleField> fields, JsonSerializerOptions json) => format switch
    {
        ExportFormat.Csv => new CsvWriter(fields),
        ExportFormat.Parquet => new ParquetTableWriter(fields),
        _ => new JsonLineWriter(fields, json),
    };
}
