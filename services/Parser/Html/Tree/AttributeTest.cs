namespace Dateline.Parser.Html.Tree;

/// <summary>What a selector asks of an attribute.</summary>
/// <param name="Comparison">The character before "=": '~' for a word among several, '*' anywhere in the value, '^' at its start, '$' at its end, '=' for all of it; '\0' when the attribute has only to be there.</param>
/// <param name="IsNot">The element must not have it.</param>
internal sealed record AttributeTest(int Number, char Comparison, string Value, bool IsNot)
{
    /// <summary>Case counts as in style sheets: not in values that HTML itself defines, such as those of "rel" and "type".</summary>
    private readonly StringComparison letters = AttributeNames.HasOwnValues(Number) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public bool Holds(HtmlPage page, int node) => IsThere(page, node) != IsNot;

    private bool IsThere(HtmlPage page, int node)
    {
        foreach (ref readonly var attribute in page.AttributesOf(node))
        {
            if (attribute.Number == Number)
                return Comparison == '\0' || Compare(attribute.HasReferences ? page.ValueOf(attribute) : page.Written(attribute));
        }

        return false;
    }

    private bool Compare(ReadOnlySpan<char> value) => Comparison switch
    {
        '=' => value.Equals(Value, letters),
        '*' => value.Contains(Value, letters),
        '^' => value.StartsWith(Value, letters),
        '$' => value.EndsWith(Value, letters),
        _ => HasWord(value),
    };

    private bool HasWord(ReadOnlySpan<char> value)
    {
        foreach (var word in value.SplitAny(" \t\n\f\r"))
        {
            if (value[word].Equals(Value, letters))
                return true;
        }

        return false;
    }
}
