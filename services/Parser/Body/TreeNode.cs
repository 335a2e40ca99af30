namespace Dateline.Parser.Body;

/// <summary>A question of a decision tree, or an answer.</summary>
/// <param name="Feature">Negative in a leaf.</param>
/// <param name="Value">The highest value that goes left, to the next node; in a leaf, what it adds.</param>
/// <param name="Right">Where higher values go.</param>
internal readonly record struct TreeNode(short Feature, float Value, int Right);
