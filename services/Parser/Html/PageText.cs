using System.Buffers;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Html;

/// <summary>Reads what a part of a page says, and how much, without making strings of its texts.</summary>
internal static class PageText
{
    /// <summary>On one line; empty for none.</summary>
    public static string Of(Node? node) => node is { } part ? Read(part, static text => TextCleaner.Line(text)) : "";

    public static int Words(Node node) => Read(node, static text => WordCount.Of(text));

    /// <summary>Characters without the white space around them.</summary>
    public static int Length(Node node) => Read(node, static text => text.Trim().Length);

    private static T Read<T>(Node node, Func<ReadOnlySpan<char>, T> reading)
    {
        if (node.IsText)
            return reading(node.Data);
        if (node.OnlyText is { } only)
            return reading(only.Data);

        var length = node.TextLength;
        var text = ArrayPool<char>.Shared.Rent(length);
        node.CopyText(text);
        var result = reading(text.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(text);
        return result;
    }
}
