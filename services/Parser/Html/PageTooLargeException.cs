namespace Dateline.Parser.Html;

/// <summary>Stops the building of a tree that outgrew its bounds; never leaves the reader.</summary>
internal sealed class PageTooLargeException : Exception;
