namespace Dateline.Dashboard.Clients;

/// <summary>How many deliveries are sent again.</summary>
public sealed record ReplayedDeliveries(int Deliveries);
