using System.Globalization;

namespace Dateline.Enricher.Places;

/// <summary>
/// Capitals and large cities that datelines name, with coordinates to a tenth of a degree. A line of the table is
/// names separated by "|", country, latitude, longitude; of two places with one name the larger stands first and wins.
/// </summary>
internal static class Gazetteer
{
    private static readonly Lazy<Dictionary<string, KnownPlace>> Places = new(Load);

    /// <summary>The place of this name, whatever its case; of "Marsabit, Kenya" the part before the comma.</summary>
    public static KnownPlace? Find(string name)
    {
        var places = Places.Value;
        return places.GetValueOrDefault(name.Trim()) ?? places.GetValueOrDefault(name.Split(',')[0].Trim());
    }

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
