namespace Dateline.Contracts;

/// <summary>A word or phrase that sets an article apart. The score is comparable within one article only.</summary>
public sealed record Keyword(string Text, double Score);
