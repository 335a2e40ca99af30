namespace Dateline.Dashboard.Text;

/// <summary>A part of a snippet: plain text, found or not.</summary>
public readonly record struct MarkedPart(string Text, bool Found);
