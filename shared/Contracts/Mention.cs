namespace Dateline.Contracts;

/// <summary>Where a name stands in an article's text, in UTF-16 code units.</summary>
public readonly record struct Mention(int Start, int Length);
