using Dateline.Parser.Body;

namespace Dateline.Training.Extraction;

/// <summary>Writes down what a model takes wrongly and what it leaves out, for people to read.</summary>
internal static class Misses
{
    public static IEnumerable<string> Of(TrainingPage page, float[] scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (page.Weights[i] == 0 || page.Labels[i] > 0.5f == scores[i] > 0.5f)
                continue;

            var passage = page.Passages[i];
            var text = passage.Text.Length > 160 ? passage.Text[..160] : passage.Text;
            yield return $"{page.Gold.Set}\t{Path.GetFileName(page.Gold.Path)}\t{(page.Labels[i] > 0.5f ? "LEFT OUT" : "TAKEN")}\t{page.Labels[i]:0.00}\t{scores[i]:0.00}\t{page.Weights[i]:0.0000}\t{passage.Words}\t{passage.Kind}\t{passage.Place.Tag}\t{text.ReplaceLineEndings(" ")}";
        }
    }
}
