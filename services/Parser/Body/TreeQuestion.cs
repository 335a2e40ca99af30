namespace Dateline.Parser.Body;

/// <summary>A question of a decision tree, with the leaves that are still open where it is answered with no.</summary>
/// <param name="Highest">The highest value that means yes; then nothing is struck out.</param>
/// <param name="Kept">A bit a leaf, none for those below a yes.</param>
internal readonly record struct TreeQuestion(int Feature, float Highest, uint Kept);
