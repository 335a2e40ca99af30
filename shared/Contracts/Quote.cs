namespace Dateline.Contracts;

/// <summary>What somebody is quoted with.</summary>
public sealed record Quote(string Text, string? Speaker);
