using Dateline.Fetcher.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Sources;

/// <summary>Where WebSub hubs call. They have no API key: what they send counts only with the signature of the source's secret.</summary>
internal static class HubEndpoints
{
    public static void MapHubs(this IEndpointRouteBuilder app)
    {
        var hubs = app.MapGroup("/v1/websub/{id:guid}").AllowAnonymous().ExcludeFromDescription();
        hubs.MapGet("/", VerifyAsync);
        hubs.MapPost("/", TakeAsync);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> VerifyAsync(
        HubDelivery delivery,
        Guid id,
        [FromQuery(Name = "hub.mode")] string? mode,
        [FromQuery(Name = "hub.topic")] string? topic,
        [FromQuery(Name = "hub.challenge")] string? challenge,
        [FromQuery(Name = "hub.lease_seconds")] long? leaseSeconds,
        CancellationToken cancellationToken) =>
        await delivery.VerifyAsync(id, mode ?? "", topic ?? "", leaseSeconds, cancellationToken) ? TypedResults.Text(challenge ?? "", "text/plain") : TypedResults.NotFound();

    private static async Task<Results<Accepted, NotFound, StatusCodeHttpResult>> TakeAsync(
        HubDelivery delivery, IOptions<FeedOptions> options, HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > options.Value.MaxBytes)
                return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        return await delivery.TakeAsync(id, body.ToArray(), request.ContentType, request.Headers["X-Hub-Signature"].ToString(), cancellationToken)
            ? TypedResults.Accepted((string?)null)
            : TypedResults.NotFound();
    }
}
