namespace Dateline.Fetcher.Files;

/// <summary>A text that is read once, and from one marked place on a second time. It holds what lies behind the mark, and nothing else.</summary>
internal sealed class RewindableText(TextReader reader)
{
    private const int MaxSpaces = 64;

    private readonly List<char> held = [];
    private int at;
    private int mark = -1;

    public bool IsMarked => mark >= 0;

    /// <summary>-1 at the end.</summary>
    public int Read()
    {
        if (at == held.Count)
        {
            if (!IsMarked)
            {
                held.Clear();
                at = 0;
                return reader.Read();
            }

            if (!Fill())
                return -1;
        }

        return held[at++];
    }

    public int Peek() => at < held.Count || Fill() ? held[at] : -1;

    /// <summary>The next character that is no space, or parts the columns.</summary>
    public int PeekBehindSpaces(char delimiter)
    {
        for (var i = at; i < at + MaxSpaces; i++)
        {
            if (i == held.Count && !Fill())
                return -1;
            if (held[i] == delimiter || held[i] is not (' ' or '\t'))
                return held[i];
        }

        return ' ';
    }

    public void SkipSpaces(char delimiter)
    {
        while (Peek() is ' ' or '\t' && Peek() != delimiter)
            Read();
    }

    /// <summary>The next character is the place to come back to.</summary>
    public void Mark()
    {
        if (at == held.Count)
        {
            held.Clear();
            at = 0;
        }

        mark = at;
    }

    /// <summary>There is nothing to come back to.</summary>
    public void Forget() => mark = -1;

    /// <summary>Goes back to the mark; answers how far that was.</summary>
    public int Rewind()
    {
        var back = at - mark;
        at = mark;
        mark = -1;
        return back;
    }

    private bool Fill()
    {
        if (reader.Read() is not (var read and >= 0))
            return false;
        held.Add((char)read);
        return true;
    }
}
