namespace Dateline.Dashboard.Clients;

/// <summary>What is different between two revisions.</summary>
/// <param name="Fields">Names of what changed: title, text, authors, published.</param>
/// <param name="Diff">Unified by paragraphs, changed words marked.</param>
/// <param name="Flags">headline, shortened: edits that change the message.</param>
public sealed record RevisionChange(IReadOnlyList<string> Fields, int WordsAdded, int WordsRemoved, string? Diff, IReadOnlyList<string>? Flags);
