namespace Dateline.Dashboard.Clients;

/// <summary>How many articles match.</summary>
/// <param name="Kind">exact, at-least or estimated.</param>
public sealed record ArticleTotal(long Value, string Kind)
{
    /// <summary>As in "about 12,000 articles".</summary>
    public string InWords => $"{Kind switch { "exact" => "", "at-least" => "more than ", _ => "about " }}{Text.Quantity.Of(Value, "article")}";
}
