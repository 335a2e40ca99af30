namespace Dateline.Parser.Html;

/// <summary>Stops the building of a tree that outgrew its bounds; never leaves the reader.</summary>
/// <param name="exceeded">What the page has too much of, and the setting that allows more.</param>
internal sealed class PageTooLargeException(string exceeded = "more than its bounds allow") : Exception(exceeded)
{
    /// <summary>No option raises the bound.</summary>
    public bool IsFixed { get; init; }
}
