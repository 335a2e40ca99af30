namespace Dateline.Storage.Revisions;

/// <summary>Consecutive words that two revisions share, or that only one of them has.</summary>
/// <param name="Kind">same, added or removed.</param>
/// <param name="Text">With its white space: all but the added runs make the text before, all but the removed the text after.</param>
public sealed record DiffRun(string Kind, string Text);
