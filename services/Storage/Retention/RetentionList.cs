namespace Dateline.Storage.Retention;

/// <summary>All retention rules, in the order they were made.</summary>
public sealed record RetentionList(IReadOnlyList<RetentionRule> Items);
