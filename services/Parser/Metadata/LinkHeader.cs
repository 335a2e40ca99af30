namespace Dateline.Parser.Metadata;

/// <summary>Reads the Link fields of an answer (RFC 8288), as far as they speak of the document itself.</summary>
internal static class LinkHeader
{
    /// <summary>The address of the first link with that relation, resolved against the document's own.</summary>
    public static string? Find(IReadOnlyList<string> fields, string relation, string? url) =>
        fields.SelectMany(Links).Where(link => link.Relations.Contains(relation, StringComparer.OrdinalIgnoreCase))
            .Select(link => Addresses.Absolute(link.Target, url)).FirstOrDefault(address => address is not null);

    private static IEnumerable<(string Target, string[] Relations)> Links(string field)
    {
        var at = 0;
        while (field.IndexOf('<', at) is var open and >= 0 && field.IndexOf('>', open) is var close and >= 0)
        {
            string? relations = null;
            var elsewhere = false;
            at = close + 1;
            while (Parameter(field, ref at) is var (name, value))
            {
                // The first one counts, and a link with an anchor is another document's.
                if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
                    relations ??= value;
                elsewhere |= name.Equals("anchor", StringComparison.OrdinalIgnoreCase);
            }

            if (relations is not null && !elsewhere)
                yield return (field[(open + 1)..close], relations.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <summary>The next parameter of the link; null at its end, which is a comma outside of quotes.</summary>
    private static (string Name, string Value)? Parameter(string field, ref int at)
    {
        while (at < field.Length && (field[at] == ';' || char.IsWhiteSpace(field[at])))
            at++;
        if (at == field.Length || field[at] == ',')
            return null;

        var start = at;
        var quoted = false;
        while (at < field.Length && (quoted || field[at] is not (';' or ',')))
        {
            if (field[at] == '"')
                quoted = !quoted;
            at++;
        }

        var parts = field[start..at].Split('=', 2);
        return (parts[0].Trim(), parts.Length > 1 ? parts[1].Trim().Trim('"') : "");
    }
}
