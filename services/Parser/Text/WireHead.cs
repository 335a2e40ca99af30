using Dateline.Contracts;
using Dateline.Parser.Dates;
using Dateline.Parser.Metadata;

namespace Dateline.Parser.Text;

/// <summary>Reads what stands above a story: slugs, headline, byline and a date on a line of its own.</summary>
internal static class WireHead
{
    private const int MaxHeadLines = 8;
    private const int MaxTitleWords = 28;
    private const int MaxTitleLength = 200;

    /// <summary>Takes the lines it understands out of the groups.</summary>
    public static void Read(List<List<string>> groups, Draft draft)
    {
        for (var taken = 0; taken < MaxHeadLines && groups.Count > 0; taken++)
        {
            var line = groups[0][0];
            var last = groups.Count == 1 && groups[0].Count == 1;
            if (last || !Take(line, draft, Following(groups)))
                return;

            groups[0].RemoveAt(0);
            if (groups[0].Count == 0)
                groups.RemoveAt(0);
        }
    }

    private static bool Take(string line, Draft draft, string following)
    {
        if (WireMarks.IsSlug(line) || WireMarks.IsMore(line) || SignOff.IsAffiliation(line) || (WireMarks.IsKeyword(line) && IsLead(following)))
            return true;

        if (Bylines.Read(line) is { Count: > 0 } names)
        {
            draft.Authors.AddRange(names);
            return true;
        }

        if (IsDateLine(line) && DateParser.Parse(StripLabel(line)) is { } date)
        {
            draft.Published.Add(date.From("byline"));
            return true;
        }

        if (draft.Title is not null || !IsTitle(line, following))
            return false;

        draft.Title = WireMarks.WithoutVersion(line);
        return true;
    }

    /// <summary>What comes under it is longer than a headline, or opens like a story.</summary>
    private static bool IsTitle(string line, string following) =>
        line.Length <= MaxTitleLength
        && WordCount.Of(line) is > 1 and <= MaxTitleWords
        && line[^1] is not ('.' or ',' or ';' or ':' or '。')
        && !IsLead(line)
        && !LinkLines.IsLink(line)
        && !Captions.IsLabelled(line)
        && !Captions.AreOneCaption(line, following)
        && !ListItems.IsItem(line);

    private static bool IsLead(string line) => DatelineReader.Read(line, reference: null) is not null;

    private static bool IsDateLine(string line) => line.Length <= 60 && line.Any(char.IsDigit) && WordCount.Of(line) <= 9 && !line.EndsWith('.');

    private static string StripLabel(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 0 and < 20 ? line[(colon + 2)..] : line;
    }

    private static string Following(List<List<string>> groups) => groups[0].Count > 1 ? groups[0][1] : groups[1][0];
}
