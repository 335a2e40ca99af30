using System.Globalization;
using System.Text;
using Dateline.Query.Matching;

namespace Dateline.Storage.Data;

/// <summary>
/// Writes index terms as PostgreSQL's tsvector: title with weight A, body B, facts C. Terms come from the analyser that SQLite and the
/// query compilers use too; <c>to_tsvector</c> would split and stem in its own way.
/// </summary>
internal static class TermVector
{
    /// <summary>PostgreSQL keeps that many positions of one term and drops the rest.</summary>
    private const int MostPositions = 255;

    /// <summary>PostgreSQL refuses a vector of 1 MB. Only data that looks like text comes near it; its rest is not searchable.</summary>
    private const int MostBytes = 900_000;

    public static string Of(IndexText terms)
    {
        var positions = new Dictionary<string, List<(int Position, char Weight)>>(StringComparer.Ordinal);
        var bytes = 0;
        var position = 0;
        foreach (var (stream, weight) in new[] { (terms.Title, 'A'), (terms.Facts, 'C'), (terms.Body, 'B') })
        {
            foreach (var term in stream)
            {
                position++;
                if (term is not null)
                    Add(positions, term, position, weight, ref bytes);
            }

            position++; // no phrase spans two streams
        }

        return Write(positions);
    }

    private static void Add(Dictionary<string, List<(int, char)>> positions, string term, int position, char weight, ref int bytes)
    {
        if (!positions.TryGetValue(term, out var list))
        {
            bytes += Encoding.UTF8.GetByteCount(term) + 4;
            if (bytes > MostBytes)
                return;
            positions.Add(term, list = []);
        }

        if (list.Count < MostPositions)
        {
            bytes += 2;
            list.Add((position, weight));
        }
    }

    /// <summary>Terms consist of letters, digits and marks, so nothing in the quotation marks needs escaping.</summary>
    private static string Write(Dictionary<string, List<(int Position, char Weight)>> positions)
    {
        var text = new StringBuilder();
        foreach (var (term, list) in positions)
        {
            text.Append('\'').Append(term).Append('\'');
            var separator = ':';
            foreach (var (position, weight) in list)
            {
                text.Append(separator).Append(position.ToString(CultureInfo.InvariantCulture)).Append(weight);
                separator = ',';
            }

            text.Append(' ');
        }

        return text.ToString();
    }
}
