using Dateline.Contracts;
using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Body;

/// <summary>Finds the article among the passages of a page and makes blocks of it.</summary>
internal static class ArticleBody
{
    private const float Threshold = 0.5f;

    /// <summary>A shorter line may well be said twice.</summary>
    private const int MinCopyWords = 20;

    public static (List<Block> Blocks, double Confidence) Extract(HtmlPage page, PageHints hints, CancellationToken cancellationToken)
    {
        if (page.Body is not { } body)
            return ([], 0);

        var passages = PassageReader.Read(body);
        cancellationToken.ThrowIfCancellationRequested();
        var scores = BodyModel.Default.Score(passages, hints);
        return (BlockAssembly.Join(Choose(passages, scores)), Confidence(passages, scores));
    }

    public static IEnumerable<Passage> Choose(IReadOnlyList<Passage> passages, IReadOnlyList<float> scores)
    {
        var threshold = Cut.Of(passages, scores);
        var taken = new Dictionary<string, Place?>(StringComparer.Ordinal);
        var core = PageShape.Narrowest(passages, 0.75f);
        for (var i = 0; i < passages.Count; i++)
        {
            if (scores[i] >= threshold && !StandsApart(passages[i].Place, core) && !HeadsNothing(passages, scores, i, threshold) && !IsSaidAgain(passages[i], taken))
                yield return passages[i];
        }
    }

    /// <summary>Some pages hold their story twice, for narrow screens and for wide ones. A refrain stands beside itself.</summary>
    private static bool IsSaidAgain(Passage passage, Dictionary<string, Place?> taken) =>
        passage.Words >= MinCopyWords && !taken.TryAdd(passage.Text, passage.Place.Parent) && taken[passage.Text] != passage.Place.Parent;

    /// <summary>In the page's own footer or among its comments: not in those of a quotation within the story, nor where a template calls all of the page so.</summary>
    private static bool StandsApart(Place? place, Place core)
    {
        for (; place is not null; place = place.Parent)
        {
            if ((place.Marks & Marks.OutsideStory) != 0 && !place.IsWithin(core) && !core.IsWithin(place))
                return true;
        }

        return false;
    }

    /// <summary>What a box in the story has under its heading was left out: so is the heading.</summary>
    private static bool HeadsNothing(IReadOnlyList<Passage> passages, IReadOnlyList<float> scores, int heading, float threshold)
    {
        if (passages[heading].Kind != PassageKind.Heading || passages[heading].Place.Parent is not { } box)
            return false;

        var left = 0;
        for (var i = heading + 1; i < passages.Count && passages[i].Place.IsWithin(box) && passages[i].Kind != PassageKind.Heading; i++)
        {
            if (scores[i] >= threshold && !Html.BlockFilter.IsFurniture(passages[i].Text))
                return false;
            left++;
        }

        return left > 0;
    }

    /// <summary>How sure the model is of what it took, word by word.</summary>
    private static double Confidence(IReadOnlyList<Passage> passages, float[] scores)
    {
        double sum = 0, words = 0;
        for (var i = 0; i < passages.Count; i++)
        {
            if (scores[i] < Threshold)
                continue;
            sum += scores[i] * passages[i].Words;
            words += passages[i].Words;
        }

        return words == 0 ? 0.1 : Math.Round(sum / words, 2);
    }
}
