namespace Dateline.Query.Analysis;

/// <summary>A word of a text as the index knows it, with where it stands in the text (UTF-16 code units).</summary>
public readonly record struct Word(string Term, int Start, int Length);
