using System.Text.RegularExpressions;

namespace Dateline.Parser.Body;

/// <summary>Under which heading each passage stands: "Related" or "About the author" tells more of the lines under it than they do themselves.</summary>
internal sealed partial class Sections
{
    private const int MaxHeadWords = 8;
    private const int MaxCommentWords = 4;
    private const int None = -1000;

    private readonly IReadOnlyList<Passage> passages;
    private readonly int[] heads;
    private readonly int[] ends;
    private readonly int[] comments;

    public Sections(IReadOnlyList<Passage> passages)
    {
        this.passages = passages;
        heads = new int[passages.Count];
        ends = new int[passages.Count];
        comments = new int[passages.Count];
        var (above, below, heard) = (-1, passages.Count, -1);
        for (var i = 0; i < passages.Count; i++)
        {
            heads[i] = above;
            comments[i] = heard;
            heard = passages[i].Words <= MaxCommentWords && CommentsLine().IsMatch(passages[i].Text) ? i : heard;
            above = IsHead(passages[i]) ? i : above;
        }

        for (var i = passages.Count - 1; i >= 0; i--)
        {
            ends[i] = below;
            below = IsHead(passages[i]) ? i : below;
        }
    }

    public static int Count => 10;

    /// <summary>The heading above the passage, or -1.</summary>
    public int Head(int i) => heads[i];

    /// <summary>The heading below the passage, or the number of passages.</summary>
    public int End(int i) => ends[i];

    public void Add(FeatureRow row, int i, ReadOnlySpan<float> wording)
    {
        row.Add(comments[i] < 0 ? None : i - comments[i], comments[i] < 0 ? -1 : passages[comments[i]].Place.LevelsToShared(passages[i].Place));
        if (heads[i] < 0)
        {
            row.Add(None, -1, -1, -1, -1, -1, ends[i] - i, None);
            return;
        }

        var head = passages[heads[i]];
        row.Add(
            i - heads[i],
            passages[i].Place.LevelsToShared(head.Place),
            head.Place.LevelsToShared(passages[i].Place),
            head.Words,
            head.Kind == PassageKind.Heading && head.Place.Tag is ['h', var level] ? level - '0' : 7,
            ends[i] - heads[i],
            ends[i] - i,
            wording[heads[i]]);
    }

    /// <summary>A heading by its element, or a short line in bold.</summary>
    private static bool IsHead(Passage passage) =>
        passage.Kind == PassageKind.Heading || (passage.Words <= MaxHeadWords && passage.StrongLength >= 0.9f * passage.Length && passage.LinkDensity < 0.5f);

    /// <summary>"12 comments", as what readers wrote begins with, or a link to it.</summary>
    [GeneratedRegex(@"^\W*(?:\d+\s+)?(?:(?:leave|post|add)\s+an?\s+(?:comment|reply)|(?:user\s+|reader\s+)?comments?|repl(?:y|ies)|responses?|kommentare?|kommentar(?:er)?|commentaires?|comentarios?|comentários?|commenti|reacties|komentarze|yorumlar|комментари[ийев]+|评论|コメント)(?:\W*\d+)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex CommentsLine();
}
