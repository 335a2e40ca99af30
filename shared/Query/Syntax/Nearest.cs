namespace Dateline.Query.Syntax;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The known name with the fewest edits, when there are fewer than half of its letters.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var lower = written.ToLowerInvariant();
        var best = known.Select(name => (name, edits: Edits(lower, name))).MinBy(pair => pair.edits);
        return best.edits * 2 <= best.name.Length ? best.name : known.FirstOrDefault(name => lower.Length > 1 && (name.StartsWith(lower, StringComparison.Ordinal) || lower.StartsWith(name, StringComparison.Ordinal)));
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Edits(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
                current[j] = Math.Min(
                    Math.Min(current[j - 1], previous[j]) + 1,
                    previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            previous = current;
        }

        return previous[right.Length];
    }
}
