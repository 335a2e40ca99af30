namespace Dateline.Fetcher.Feeds;

/// <summary>
/// Reads the general entities with a literal value from a document type's internal subset. External and parameter
/// entities are not read: nothing is ever fetched for a document.
/// </summary>
internal static class DocTypeSubset
{
    public static void Declare(ReadOnlySpan<char> subset, EntityTable entities)
    {
        const string Opening = "<!ENTITY";
        while (subset.IndexOf(Opening) is var at and >= 0)
        {
            subset = subset[(at + Opening.Length)..].TrimStart();
            var nameEnd = subset.IndexOfAny(" \t\r\n>");
            if (nameEnd <= 0)
                return;

            var name = subset[..nameEnd];
            subset = subset[nameEnd..].TrimStart();
            if (name is "%" || subset.Length == 0 || subset[0] is not ('"' or '\''))
                continue;

            var end = subset[1..].IndexOf(subset[0]);
            if (end < 0)
                return;

            entities.Declare(name.ToString(), subset.Slice(1, end).ToString());
            subset = subset[(end + 2)..];
        }
    }
}
