namespace Dateline.Parser.Body;

/// <summary>Describes each passage of a page in numbers: its text, its markup, its neighbours and its place on the page.</summary>
internal static class Features
{
    private const int Own = 34;
    private const int OfPlace = 27;
    private const int OfPage = 30;
    private const int OfWording = 4;
    private const int OfNeighbour = 5;
    private const int Neighbours = 3;

    public static int Count => Own + OfPlace + OfPage + Vocabulary.Count + Marks.Count + Sections.Count + OfWording + (2 * Neighbours * OfNeighbour);

    public static float[][] Of(IReadOnlyList<Passage> passages, PageHints hints, ReadOnlySpan<float> wording)
    {
        var sections = new Sections(passages);
        var page = new PageShape(passages, hints);
        var rows = new float[passages.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = new FeatureRow(Count);
            PassageFeatures.Add(row, passages[i]);
            row.Expect(Own);
            PlaceFeatures.Add(row, passages[i], page);
            row.Expect(Own + OfPlace);
            page.Add(row, i);
            row.Expect(Own + OfPlace + OfPage);
            Vocabulary.Read(passages[i].Text, row.Take(Vocabulary.Count));
            foreach (var distance in passages[i].Place.Distances)
                row.Add(distance);
            sections.Add(row, i, wording);
            row.Add(wording[i], At(wording, i - 1), At(wording, i + 1), (At(wording, i - 2) + At(wording, i + 2)) / 2);
            for (var offset = -Neighbours; offset <= Neighbours; offset++)
            {
                if (offset != 0)
                    Neighbour(row, passages, i, i + offset);
            }

            rows[i] = row.Values;
        }

        return rows;
    }

    private static float At(ReadOnlySpan<float> wording, int i) => i < 0 || i >= wording.Length ? 0 : wording[i];

    private static void Neighbour(FeatureRow row, IReadOnlyList<Passage> passages, int i, int other)
    {
        if (other < 0 || other >= passages.Count)
        {
            row.Add(-1, -1, -1, -1, -1);
            return;
        }

        var neighbour = passages[other];
        row.Add(
            neighbour.Words,
            neighbour.LinkDensity,
            (int)neighbour.Kind,
            passages[i].Place.LevelsToShared(neighbour.Place),
            neighbour.Place.Signature == passages[i].Place.Signature ? 1 : 0);
    }
}
