namespace Dateline.Dashboard.Clients;

/// <summary>A query as it was written and as it was understood.</summary>
public sealed record QueryEcho(string Text, string Understood);
