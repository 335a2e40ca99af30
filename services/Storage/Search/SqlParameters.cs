using System.Globalization;

namespace Dateline.Storage.Search;

/// <summary>Gathers the values of a statement; the text gets markers in EF's form.</summary>
internal sealed class SqlParameters
{
    private readonly List<object> values = [];

    public object[] Values => [.. values];

    /// <summary>For a statement that has more values than another.</summary>
    public SqlParameters Copy()
    {
        var copy = new SqlParameters();
        copy.values.AddRange(values);
        return copy;
    }

    public string Add(object value)
    {
        values.Add(value);
        return $"{{{(values.Count - 1).ToString(CultureInfo.InvariantCulture)}}}";
    }
}
