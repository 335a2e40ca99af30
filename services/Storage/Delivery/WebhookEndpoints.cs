using Dateline.Hosting.Access;
using Dateline.Hosting.Problems;
using Dateline.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Storage.Delivery;

/// <summary>Webhooks over REST.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this RouteGroupBuilder searches)
    {
        var webhooks = searches.MapGroup("/{id:guid}/webhooks").WithTags("Webhooks").RequireAuthorization(Scopes.Admin);

        webhooks.MapGet("/", (Guid id, WebhookStore store, CancellationToken token) => store.ListAsync(id, token))
            .WithName("listWebhooks").WithSummary("Who is told of a search's matches");

        webhooks.MapPost("/", AddAsync)
            .WithName("addWebhook").WithSummary("Be told of matches")
            .WithDescription("Each article that matches from now on, and each change of one, is POSTed as Standard Webhooks says (headers webhook-id, webhook-timestamp, webhook-signature). The answer holds the secret, once. An attempt fails unless the receiver answers 2xx in time; it is tried nine times over a day. 410 switches the webhook off.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

        webhooks.MapDelete("/{webhook:guid}", RemoveAsync)
            .WithName("removeWebhook").WithSummary("Stop telling").ProducesProblem(StatusCodes.Status404NotFound);

        webhooks.MapGet("/{webhook:guid}/deliveries", LogAsync)
            .WithName("readWebhookLog").WithSummary("What was sent, and what came of it").ProducesProblem(StatusCodes.Status404NotFound);

        webhooks.MapPost("/{webhook:guid}/replay", (Guid id, Guid webhook, WebhookStore store, CancellationToken token) => ReplayAsync(id, webhook, null, store, token))
            .WithName("replayWebhook").WithSummary("Send again what was given up, and switch the webhook on again").ProducesProblem(StatusCodes.Status404NotFound);

        webhooks.MapPost("/{webhook:guid}/deliveries/{delivery:guid}/replay", (Guid id, Guid webhook, Guid delivery, WebhookStore store, CancellationToken token) => ReplayAsync(id, webhook, delivery, store, token))
            .WithName("replayDelivery").WithSummary("Send one delivery again").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<Webhook>, ProblemHttpResult>> AddAsync(
        Guid id, WebhookDraft draft, WebhookStore store, WebhookClient client, CancellationToken cancellationToken)
    {
        if (client.Refusal(draft.Url ?? "") is { } refusal)
            throw SearchMistakeException.In("url", "This address cannot be called.", refusal);
        return await store.AddAsync(id, draft.Url!, cancellationToken) is { } webhook
            ? TypedResults.Created($"/v1/searches/{id}/webhooks/{webhook.Id}", webhook)
            : SavedSearchEndpoints.NoSearch();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, Guid webhook, WebhookStore store, CancellationToken cancellationToken) =>
        await store.RemoveAsync(id, webhook, cancellationToken) ? TypedResults.NoContent() : NoWebhook(id);

    private static async Task<Results<Ok<WebhookLog>, ProblemHttpResult>> LogAsync(Guid id, Guid webhook, WebhookStore store, CancellationToken cancellationToken) =>
        await store.HasAsync(id, webhook, cancellationToken) ? TypedResults.Ok(await store.LogAsync(webhook, cancellationToken)) : NoWebhook(id);

    private static async Task<Results<Ok<Replayed>, ProblemHttpResult>> ReplayAsync(
        Guid id, Guid webhook, Guid? delivery, WebhookStore store, CancellationToken cancellationToken)
    {
        if (!await store.HasAsync(id, webhook, cancellationToken))
            return NoWebhook(id);
        var count = await store.ReplayAsync(webhook, delivery, cancellationToken);
        return count == 0 && delivery is not null
            ? RequestProblem.NotFound("There is no such delivery.", $"GET /v1/searches/{id}/webhooks/{webhook}/deliveries lists them.")
            : TypedResults.Ok(new Replayed(count));
    }

    private static ProblemHttpResult NoWebhook(Guid search) =>
        RequestProblem.NotFound("There is no such webhook.", $"GET /v1/searches/{search}/webhooks lists them.");
}
