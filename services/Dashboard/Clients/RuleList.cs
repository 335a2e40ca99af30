namespace Dateline.Dashboard.Clients;

/// <summary>All rules, in the order in which they run.</summary>
public sealed record RuleList(IReadOnlyList<Rule> Items);
