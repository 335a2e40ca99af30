namespace Dateline.Storage.Revisions;

/// <summary>What one revision changed.</summary>
/// <param name="Fields">title, text, authors, published.</param>
/// <param name="WordsAdded">In title and text.</param>
/// <param name="WordsRemoved">In title and text.</param>
/// <param name="Diff">Unified, by paragraphs of title and text; changed words in <c>[-…-]</c> and <c>{+…+}</c>.</param>
/// <param name="Flags">Edits of the published article that change its message: headline, shortened.</param>
/// <param name="Words">The whole text word by word, when asked for.</param>
public sealed record ArticleChange(
    IReadOnlyList<string> Fields, int WordsAdded, int WordsRemoved, string? Diff, IReadOnlyList<string> Flags, IReadOnlyList<DiffRun>? Words = null);
