namespace Dateline.Fetcher.Feeds;

/// <summary>Reads names out of author fields, where names, mail addresses and links stand in any order.</summary>
internal static class FeedPeople
{
    /// <summary>"mail (name)", "name (mail)", "name &lt;mail&gt;", "name mail", or any one of them.</summary>
    public static FeedPerson? Parse(string? text)
    {
        if (PlainText.Of(text) is not { } line)
            return null;

        if (Mail(line) is not var (start, length))
            return new FeedPerson(line);

        var mail = line.Substring(start, length);
        var rest = line.Remove(start, length).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        var name = PlainText.Fold(rest.Replace("()", "").Replace("<>", "").Replace("[]", ""))?.Trim(' ', ',', ';', '-', '"');
        if (name is ['(', .. var inner, ')'])
            name = inner.Trim();
        return new FeedPerson(string.IsNullOrEmpty(name) ? mail : name, mail);
    }

    public static void Add(List<FeedPerson> people, FeedPerson? person)
    {
        if (person is not null && !people.Exists(known => known.Name == person.Name))
            people.Add(person);
    }

    private static (int Start, int Length)? Mail(string line)
    {
        var at = line.IndexOf('@');
        if (at <= 0)
            return null;

        var start = at;
        while (start > 0 && IsMail(line[start - 1]))
            start--;
        var end = at + 1;
        while (end < line.Length && IsMail(line[end]))
            end++;
        return start < at && line.AsSpan(at, end - at).Contains('.') ? (start, end - start) : null;
    }

    private static bool IsMail(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '%';
}
