using Dateline.Parser.Body;

namespace Dateline.Training.Extraction;

/// <summary>Trains the two looks of the body model, and measures them on sites that they did not see.</summary>
internal sealed class BodyTrainer(int trees, int leaves, float rate)
{
    private readonly TreeTrainer trainer = new(trees, leaves, rate);

    /// <summary>Scores of each page by models that saw no page of its site, and the model of all pages.</summary>
    public (float[][] HeldOut, BodyModel Model) Train(IReadOnlyList<TrainingPage> pages)
    {
        var (wordingScores, wording) = new WordingTrainer().Train(pages);
        var features = pages.Select((page, i) => Features.Of(page.Passages, page.Hints, wordingScores[i])).ToArray();
        var (firstScores, first) = Stage(pages, features);
        var around = pages.Select((page, i) => ScoreFeatures.Of(page.Passages, features[i], firstScores[i])).ToArray();
        var (scores, second) = Stage(pages, around);
        return (scores, new BodyModel(wording, first, second));
    }

    private (float[][] HeldOut, BoostedTrees All) Stage(IReadOnlyList<TrainingPage> pages, float[][][] features)
    {
        var scores = new float[pages.Count][];
        for (var fold = 0; fold < TrainingPage.Folds; fold++)
        {
            var model = Fit(Enumerable.Range(0, pages.Count).Where(i => pages[i].Fold != fold));
            foreach (var i in Enumerable.Range(0, pages.Count).Where(i => pages[i].Fold == fold))
                scores[i] = model.Predict(features[i]);
            Console.Error.WriteLine($"fold {fold}");
        }

        return (scores, Fit(Enumerable.Range(0, pages.Count)));

        BoostedTrees Fit(IEnumerable<int> chosen)
        {
            var rows = chosen.SelectMany(i => Enumerable.Range(0, pages[i].Passages.Count).Where(at => pages[i].Weights[at] > 0).Select(at => (Row: features[i][at], Label: pages[i].Labels[at], Weight: pages[i].Weights[at]))).ToList();
            return trainer.Train([.. rows.Select(row => row.Row)], [.. rows.Select(row => row.Label)], [.. rows.Select(row => row.Weight)]);
        }
    }
}
