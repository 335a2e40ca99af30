using System.Security.Cryptography;
using System.Text;
using Dateline.Content;
using Dateline.Fetcher.Ledger;
using Dateline.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Fetcher.Uploads;

/// <summary>The door for people and programs: files and addresses in, a receipt for each out.</summary>
internal static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/documents", AcceptAsync).RequireAuthorization(Scopes.Ingest).DisableAntiforgery().WithTags("Documents")
            .Accepts<UrlList>("multipart/form-data", "application/json", "text/plain", "text/html", "text/markdown", "application/octet-stream")
            .Produces<UploadReceipts>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Accepts documents: multipart files, one raw body, or {\"urls\": [\"…\"]}")
            .WithDescription("The answer comes after the commit: what has a receipt cannot be lost. `Idempotency-Key` makes a request safe to repeat; `?once=true` answers a file "
                + "that was accepted before, by name and bytes, with its first receipt. `?url=` (or the form field `url`) says where a single file came from.");

    private static async Task<Results<Accepted<UploadReceipts>, ProblemHttpResult>> AcceptAsync(
        HttpContext context, UploadReader reader, AddressIntake addresses, Intake intake, CancellationToken cancellationToken, bool once = false)
    {
        try
        {
            if (await UrlList.TryReadAsync(context.Request, cancellationToken) is { } list)
                return TypedResults.Accepted((string?)null, new UploadReceipts(await addresses.AskForAsync(list, cancellationToken)));

            var key = context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? given : null;
            var files = await reader.ReadAsync(context.Request, cancellationToken);
            if (files.All(file => file.Bytes.IsEmpty))
                return TypedResults.Problem("Send at least one file, a body, or {\"urls\": [\"…\"]}.", statusCode: StatusCodes.Status400BadRequest, title: "There is nothing in the request");

            var documents = files.Select((file, i) => ToDocument(file, i, key, key is null ? null : Fingerprint(files), once)).ToList();
            var receipts = await intake.AcceptAsync(documents, null, cancellationToken);
            return TypedResults.Accepted((string?)null, new UploadReceipts([.. files.Zip(receipts, ToReceipt)]));
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

    private static IncomingDocument ToDocument(UploadedFile file, int number, string? key, string? fingerprint, bool once) => new()
    {
        Bytes = file.Bytes,
        MediaType = file.MediaType,
        Charset = file.Charset,
        Url = file.Url,
        FileName = file.Name,
        OnceKey = key is not null ? $"request:{key}#{number}" : once ? $"file:{file.Name}:{ContentKey.Of(file.Bytes.Span)}" : null,
        OnceName = key,
        OnceFingerprint = fingerprint,
    };

    /// <summary>Of the whole request: another set of files under the same key is another request.</summary>
    private static string Fingerprint(IReadOnlyList<UploadedFile> files) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', files.Select(file => $"{file.Name} {file.Url} {ContentKey.Of(file.Bytes.Span)}")))));

    private static UploadReceipt ToReceipt(UploadedFile file, Receipt receipt) => new(
        receipt.Repeated ? "repeated" : "accepted",
        file.Name,
        file.Url,
        receipt.DocumentId,
        receipt.TraceId,
        $"/v1/documents/{receipt.DocumentId}");
}
