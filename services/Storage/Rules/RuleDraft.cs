namespace Dateline.Storage.Rules;

/// <summary>What somebody says to make or change a rule.</summary>
/// <param name="Name">For people; unique.</param>
/// <param name="Query">In the query language.</param>
/// <param name="Action">keep, drop or tag.</param>
/// <param name="Tag">What a tag rule gives.</param>
/// <param name="Position">Rules run from the smallest.</param>
/// <param name="Enabled">Whether it runs.</param>
public sealed record RuleDraft(string Name, string Query, string Action, string? Tag = null, int Position = 0, bool Enabled = true);
