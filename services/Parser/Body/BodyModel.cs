using System.Reflection;

namespace Dateline.Parser.Body;

/// <summary>Scores the passages of a page by their wording and then by two looks: each for itself, and each among the scores of its neighbours.</summary>
internal sealed class BodyModel(Wording wording, BoostedTrees first, BoostedTrees second)
{
    private static readonly Lazy<BodyModel> Embedded = new(() =>
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("body.bin") ?? throw new InvalidOperationException("The assembly was built without body.bin.");
        return Load(file);
    });

    public static BodyModel Default => Embedded.Value;

    /// <summary>How likely each passage is part of the article, 0 to 1.</summary>
    public float[] Score(IReadOnlyList<Passage> passages, PageHints hints)
    {
        var features = Features.Of(passages, hints, wording.Score(passages));
        return second.Predict(ScoreFeatures.Of(passages, features, first.Predict(features)));
    }

    public void Save(Stream file)
    {
        using var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Features.Count);
        wording.Save(writer);
        first.Save(writer);
        second.Save(writer);
    }

    private static BodyModel Load(Stream file)
    {
        using var reader = new BinaryReader(file);
        var features = reader.ReadInt32();
        if (features != Features.Count)
            throw new InvalidDataException($"The body model was trained on {features} features and the parser has {Features.Count}. Train it again.");
        return new BodyModel(Wording.Load(reader), BoostedTrees.Load(reader), BoostedTrees.Load(reader));
    }
}
