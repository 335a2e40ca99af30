using System.Text.RegularExpressions;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>A page's meta elements by name, property or itemprop; case does not count.</summary>
internal sealed class MetaTags
{
    private const int MaxTags = 500;

    /// <summary>Some systems write the label of a card into the name: "twitter:misc:Written by".</summary>
    private const string Card = "twitter:misc:";

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(HtmlPage page)
    {
        foreach (var element in page.QuerySelectorAll("meta[content]").Take(MaxTags))
        {
            var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
            var content = TextCleaner.Line(element.GetAttribute("content") ?? "");
            if (string.IsNullOrWhiteSpace(name) || content.Length == 0)
                continue;

            if (!values.TryGetValue(name.Trim(), out var list))
                values[name.Trim()] = list = [];
            list.Add(content);
        }
    }

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var list))
                return list[0];
        }

        return null;
    }

    /// <summary>The first value of every name that the pattern finds.</summary>
    public IEnumerable<string> Named(Regex pattern) => values.Where(pair => pattern.IsMatch(pair.Key)).Select(pair => pair.Value[0]);

    public IEnumerable<string> All(string name) => values.TryGetValue(name, out var list) ? list : [];

    /// <summary>Values of the numbered pairs that cards for sharing have, "twitter:label1" and "twitter:data1", whose label the pattern finds.</summary>
    public IEnumerable<string> Labelled(Regex label)
    {
        for (var i = 1; i <= 4; i++)
        {
            if (First($"twitter:label{i}") is { } name && label.IsMatch(name) && First($"twitter:data{i}") is { } value)
                yield return value;
        }

        foreach (var (name, list) in values)
        {
            if (name.StartsWith(Card, StringComparison.OrdinalIgnoreCase) && label.IsMatch(name[Card.Length..]))
                yield return list[0];
        }
    }
}
