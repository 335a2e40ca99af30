namespace Dateline.Storage.Delivery;

/// <summary>What somebody says to be told of matches.</summary>
/// <param name="Url">Takes POST requests.</param>
public sealed record WebhookDraft(string Url);
