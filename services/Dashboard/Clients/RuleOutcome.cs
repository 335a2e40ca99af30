namespace Dateline.Dashboard.Clients;

/// <summary>How many stored articles a rule changed.</summary>
public sealed record RuleOutcome(int Articles);
