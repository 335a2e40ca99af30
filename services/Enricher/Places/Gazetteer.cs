using System.Globalization;

namespace Dateline.Enricher.Places;

/// <summary>
/// Capitals and large cities that datelines name, with coordinates to a tenth of a degree. A line of the table is
/// names separated by "|", country, latitude, longitude; of two places with one name the larger stands first and wins.
/// </summary>
internal static class Gazetteer
{
    private static readonly Lazy<Dictionary<string, KnownPlace>> Places = new(Load);

    /// <summary>
    /// The place of this name, whatever its case. "Marsabit, Kenya" is looked up without the country, and found only
    /// when that is the country: London, Ontario is not London.
    /// </summary>
    public static KnownPlace? Find(string name)
    {
        var whole = name.Replace(",", "", StringComparison.Ordinal).Trim();
        if (Places.Value.TryGetValue(whole, out var place))
            return place;

        var comma = name.LastIndexOf(',');
        return comma > 0 && Places.Value.TryGetValue(name[..comma].Trim(), out place) && IsCountry(name[(comma + 1)..].Trim(), place.Country)
            ? place
            : null;
    }

    private static bool IsCountry(string name, string country) =>
        name.Equals(new RegionInfo(country).EnglishName, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, KnownPlace> Load()
    {
        var places = new Dictionary<string, KnownPlace>(StringComparer.OrdinalIgnoreCase);
        using var reader = new StreamReader(EmbeddedModel.Open("places.tsv"));
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            var names = parts[0].Split('|');
            var place = new KnownPlace(
                names[0], parts[1], double.Parse(parts[2], CultureInfo.InvariantCulture), double.Parse(parts[3], CultureInfo.InvariantCulture));
            foreach (var name in names)
                places.TryAdd(name, place);
        }

        return places;
    }
}
