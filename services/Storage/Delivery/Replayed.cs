namespace Dateline.Storage.Delivery;

/// <summary>How many deliveries are sent again.</summary>
public sealed record Replayed(int Deliveries);
