namespace Dateline.Storage.Delivery;

/// <summary>What came of calling a webhook.</summary>
/// <param name="Status">Of HTTP; null when there was no answer.</param>
/// <param name="Error">For people; null when it was taken.</param>
internal sealed record WebhookAnswer(int? Status, string? Error)
{
    public bool IsTaken => Error is null;

    /// <summary>The receiver wants no more (Standard Webhooks: 410).</summary>
    public bool IsGone => Status == 410;
}
