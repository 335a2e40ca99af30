namespace Dateline.Parser.Html.Tree;

/// <summary>Reads selectors. One that it cannot read is a mistake in our own code.</summary>
internal ref struct SelectorText
{
    private readonly string text;
    private int at;

    private SelectorText(string text) => this.text = text;

    /// <exception cref="FormatException">The selector has something that no page was ever asked for.</exception>
    public static SelectorStep[] Read(string text)
    {
        var reader = new SelectorText(text);
        var alternatives = new List<SelectorStep>();
        do
            alternatives.Add(reader.Alternative());
        while (reader.Take(','));
        return [.. alternatives];
    }

    private SelectorStep Alternative()
    {
        SelectorStep? step = null;
        var child = false;
        do
        {
            Spaces();
            child = step is not null && Take('>');
            Spaces();
            step = Step(step, child);
            Spaces();
        }
        while (at < text.Length && text[at] != ',');
        return step;
    }

    private SelectorStep Step(SelectorStep? outer, bool child)
    {
        var tag = Tag.None;
        var tests = new List<AttributeTest>();
        var start = at;
        if (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            tag = TagNames.Find(Word());
            if (tag == Tag.None)
                throw Unreadable();
        }

        while (at < text.Length && text[at] is '.' or '[' or ':')
        {
            if (Take('.'))
                tests.Add(new AttributeTest(AttributeNames.Find("class"), '~', Word(), IsNot: false));
            else if (Take('['))
                tests.Add(Test(isNot: false));
            else
                tests.Add(Not());
        }

        return at > start ? new SelectorStep(tag, [.. tests], outer, child) : throw Unreadable();
    }

    private AttributeTest Not()
    {
        const string Start = ":not([";
        if (string.CompareOrdinal(text, at, Start, 0, Start.Length) != 0)
            throw Unreadable();
        at += Start.Length;
        var test = Test(isNot: true);
        return Take(')') ? test : throw Unreadable();
    }

    private AttributeTest Test(bool isNot)
    {
        var number = AttributeNames.Find(Word());
        if (number == 0)
            throw Unreadable();
        if (Take(']'))
            return new AttributeTest(number, '\0', "", isNot);

        var comparison = text[at] == '=' ? '=' : text[at++];
        if (comparison is not ('=' or '~' or '*' or '^' or '$') || !Take('='))
            throw Unreadable();
        var value = text[at] is '\'' or '"' ? Quoted() : Word();
        return Take(']') ? new AttributeTest(number, comparison, value, isNot) : throw Unreadable();
    }

    private string Quoted()
    {
        var start = at + 1;
        var end = text.IndexOf(text[at], start);
        if (end < 0)
            throw Unreadable();
        at = end + 1;
        return text[start..end];
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_'))
            at++;
        return at > start ? text[start..at] : throw Unreadable();
    }

    private bool Take(char character)
    {
        if (at >= text.Length || text[at] != character)
            return false;
        at++;
        return true;
    }

    private void Spaces()
    {
        while (at < text.Length && text[at] == ' ')
            at++;
    }

    private readonly FormatException Unreadable() => new($"The selector \"{text}\" cannot be read at {at}. Only known names of elements and of attributes can be asked for.");
}
