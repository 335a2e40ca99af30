using System.Security.Cryptography;
using System.Text;
using Dateline.Content;
using Dateline.Fetcher.Files;
using Dateline.Fetcher.Ledger;
using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Fetcher.Uploads;

/// <summary>The door for people and programs: files and addresses in, a receipt for each out.</summary>
internal static class UploadEndpoints
{
    private const int MaxKnown = 1_000;

    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        MapAccepting(app);
        app.MapPost("/v1/documents/known", KnownAsync).RequireAuthorization(Scopes.Ingest).WithTags("Documents")
            .AddEndpointFilter(new KnownParameters())
            .WithName("findKnownFiles").WithSummary("Says which files were accepted before, by name and SHA-256, so that they need not be sent again")
            .WithDescription("A receipt for each file, in order: `repeated` with the document it became, or `unknown`. It knows what came with `?once=true` or through the inbox.");
    }

    private static void MapAccepting(IEndpointRouteBuilder app) =>
        app.MapPost("/v1/documents", AcceptAsync).RequireAuthorization(Scopes.Ingest).DisableAntiforgery().WithTags("Documents")
            .Accepts<UrlList>("multipart/form-data", "application/json", "text/plain", "text/html", "text/markdown", "text/csv", "message/rfc822", "application/pdf", "application/xml", "application/zip", "application/gzip", "application/octet-stream")
            .Produces<UploadReceipts>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AddEndpointFilter(new KnownParameters("url", "once", "fields"))
            .WithName("acceptDocuments").WithSummary("Accepts documents: multipart files, one raw body, or {\"urls\": [\"…\"]}")
            .WithDescription("Known by its content, not by its name: text, HTML, MHTML, Markdown, mail (eml), PDF, DOCX, NITF, NewsML-G2, JSON (one article, ninjs, schema.org). A file that holds many has a "
                + "receipt for each: a JSON list or one object a line, CSV or TSV with heads, WARC, zip, tar, and all of these in gzip; a feed or sitemap gives its entries, an OPML list becomes "
                + "sources. The answer comes after the commit: what has a receipt cannot be lost. `Idempotency-Key` makes a request safe to repeat; `?once=true` answers a file "
                + "that was accepted before, by name and bytes, with its first receipt. `?url=` (or the form field `url`) says where a single file came from; a part's own "
                + "headers `Content-Location` and `X-Fetched-At` say where and when it was got. "
                + "`?fields=Inhalt=text,head.title=title` says what the columns of tables and the members of JSON mean: title, text, html, url, published, modified, author, language, "
                + "tags, source, image, or items for the list that holds the documents.");

    private static async Task<Results<Ok<UploadReceipts>, ProblemHttpResult>> KnownAsync(KnownFiles asked, FileIntake intake, CancellationToken cancellationToken) =>
        asked.Files is not { Count: > 0 and <= MaxKnown }
            ? TypedResults.Problem($"Ask for 1 to {MaxKnown} files at a time.", statusCode: StatusCodes.Status400BadRequest, title: "The number of files is out of range")
            : TypedResults.Ok(new UploadReceipts(await intake.KnownAsync(asked.Files, cancellationToken)));

    private static async Task<Results<Accepted<UploadReceipts>, ProblemHttpResult>> AcceptAsync(
        HttpContext context, UploadReader reader, AddressIntake addresses, UploadUnpacker unpacker, FileIntake intake, CancellationToken cancellationToken, string? url = null, bool once = false, string? fields = null)
    {
        if (!FieldMap.TryParse(fields, out var meanings, out var problem))
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest, title: "The fields cannot be read");

        try
        {
            if (await UrlList.TryReadAsync(context.Request, cancellationToken) is { } list)
                return TypedResults.Accepted((string?)null, new UploadReceipts(await addresses.AskForAsync(list, cancellationToken)));

            var key = context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? given : null;
            var files = await reader.ReadAsync(context.Request, url, cancellationToken);
            if (files.All(file => file.Bytes.IsEmpty))
                return TypedResults.Problem("Send at least one file, a body, or {\"urls\": [\"…\"]}.", statusCode: StatusCodes.Status400BadRequest, title: "There is nothing in the request");

            var asked = unpacker.Unpack(files, meanings).Select((item, i) => (item, OnceKey(item, i, key, once))).ToList();
            return TypedResults.Accepted((string?)null, new UploadReceipts(await intake.AcceptAsync(asked, key is null ? null : new RepeatableRequest(key, Fingerprint(files)), cancellationToken)));
        }
        catch (BadHttpRequestException refused)
        {
            return TypedResults.Problem(refused.Message, statusCode: refused.StatusCode, title: "The request cannot be accepted");
        }
        catch (OnceKeyConflictException conflict)
        {
            return TypedResults.Problem(conflict.Message, statusCode: StatusCodes.Status422UnprocessableEntity, title: "The Idempotency-Key is taken");
        }
        catch (LineFullException full)
        {
            context.Response.Headers.RetryAfter = $"{LineFullException.RetryAfter.TotalSeconds:0}";
            return TypedResults.Problem(full.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "The line is full");
        }
    }

    private static string? OnceKey(FileItem item, int number, string? key, bool once) =>
        key is not null ? $"request:{key}#{number}" : once ? FileIntake.KeyOf(item) : null;

    /// <summary>Of the whole request: another set of files under the same key is another request.</summary>
    private static string Fingerprint(IReadOnlyList<UploadedFile> files) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', files.Select(file => $"{file.Name} {file.Url} {ContentKey.Of(file.Bytes.Span)}")))));
}
