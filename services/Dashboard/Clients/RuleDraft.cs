namespace Dateline.Dashboard.Clients;

/// <summary>What somebody says to make or change a rule.</summary>
public sealed record RuleDraft(string Name, string Query, string Action, string? Tag, int Position, bool Enabled);
