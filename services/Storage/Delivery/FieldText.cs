using System.Collections;
using System.Globalization;
using Dateline.Contracts;

namespace Dateline.Storage.Delivery;

/// <summary>Writes values of articles for tables: what is found in an article by its name.</summary>
internal static class FieldText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Entity entity => entity.Canonical,
        Place place => place.Country is null ? place.Name : $"{place.Name} ({place.Country})",
        Keyword keyword => keyword.Text,
        Topic topic => topic.Label,
        IEnumerable list => string.Join("; ", list.Cast<object?>().Select(Of)),
        _ => value.ToString() ?? "",
    };
}
