namespace Dateline.Dashboard.Clients;

/// <summary>What became of one line of a subscription list.</summary>
/// <param name="Outcome">added, known or refused.</param>
public sealed record SourceReceipt(string? Url, string? Title, string Outcome, Guid? Id, string? Problem);
