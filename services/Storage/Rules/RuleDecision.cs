using Dateline.Contracts;

namespace Dateline.Storage.Rules;

/// <summary>What the rules say about an article.</summary>
/// <param name="DroppedBy">The name of the rule that drops it; null when it is stored.</param>
/// <param name="Tags">What it gets besides its own.</param>
public sealed record RuleDecision(string? DroppedBy, IReadOnlyList<string> Tags)
{
    public static readonly RuleDecision None = new(null, []);

    public ArticleEnriched Tagged(ArticleEnriched message) => Tags.Count == 0
        ? message
        : message with { Article = message.Article with { Tags = [.. message.Article.Tags.Union(Tags, StringComparer.Ordinal)] } };
}
