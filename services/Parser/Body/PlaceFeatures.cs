namespace Dateline.Parser.Body;

/// <summary>What the elements around a passage show: how much text they hold, how much of it is linked, how often they repeat.</summary>
internal static class PlaceFeatures
{
    private const int Levels = 4;

    public static void Add(FeatureRow row, Passage passage, PageShape page)
    {
        var place = passage.Place;
        row.Add(place.Depth);
        for (var level = 0; level < Levels; level++)
        {
            row.Add(place.LinkDensity, page.Share(place), place.Passages, place.Length == 0 ? 0 : place.Prose / (float)place.Length);
            place = place.Parent ?? place;
        }

        var shape = page.Shape(passage.Place);
        row.Add(shape.Passages, shape.Words / (float)shape.Passages, shape.LinkLength / (float)Math.Max(1, shape.Length), shape.Prose / (float)Math.Max(1, page.Prose));
        row.Add(
            passage.Place.IsWithin(page.Best) ? 1 : 0,
            passage.Place.LevelsToShared(page.Best),
            passage.Place.IsWithin(page.Core) ? 1 : 0,
            passage.Place.LevelsToShared(page.Core),
            passage.Place.IsWithin(page.Half) ? 1 : 0,
            passage.Place.LevelsToShared(page.Half));
    }
}
