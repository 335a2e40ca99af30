namespace Dateline.Parser.Formats;

/// <summary>
/// The block of keys before a Markdown text. Reads the part of YAML that people write there: scalars, [a, b] and
/// dashed lists; anything deeper is passed over.
/// </summary>
internal sealed class FrontMatter
{
    private const int MaxLines = 200;

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    private FrontMatter()
    {
    }

    /// <summary>The keys, and the text behind them.</summary>
    public static (FrontMatter Fields, string Body) Split(string text)
    {
        var fields = new FrontMatter();
        var trimmed = text.TrimStart();
        if (!trimmed.StartsWith("---\n", StringComparison.Ordinal))
            return (fields, text);

        var lines = trimmed.Split('\n', MaxLines);
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...");
        if (end < 0)
            return (fields, text);

        fields.Read(lines.AsSpan(1, end - 1));
        return (fields, string.Join('\n', lines.AsSpan(end + 1)!));
    }

    public string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (values.TryGetValue(key, out var list) && list.Count > 0)
                return list[0];
        }

        return null;
    }

    public IEnumerable<string> All(params string[] keys) =>
        keys.SelectMany(key => values.TryGetValue(key, out var list) ? list : []);

    private void Read(ReadOnlySpan<string> lines)
    {
        List<string>? current = null;
        foreach (var line in lines)
        {
            var content = line.Trim();
            if (content.Length == 0 || content[0] == '#')
                continue;

            if (content.StartsWith("- ", StringComparison.Ordinal))
            {
                // "- name: Ana Ruiz" in a list of authors.
                var item = content[2..].Trim();
                current?.Add(Scalar(item.StartsWith("name:", StringComparison.OrdinalIgnoreCase) ? item[5..] : item));
                continue;
            }

            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || char.IsWhiteSpace(line[0]))
                continue;

            values[content[..colon].Trim()] = current = [.. Values(content[(colon + 1)..].Trim())];
        }
    }

    private static IEnumerable<string> Values(string text) => text switch
    {
        "" or "|" or ">" or "~" or "null" => [],
        ['[', .., ']'] => text[1..^1].Split(',').Select(Scalar).Where(value => value.Length > 0),
        _ => [Scalar(text)],
    };

    private static string Scalar(string text)
    {
        var value = text.Trim();
        return value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;
    }
}
