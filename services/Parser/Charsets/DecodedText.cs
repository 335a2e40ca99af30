using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Charsets;

/// <summary>A document as text, with the charset it was read in and what told so. Its memory goes to the next document when it is disposed.</summary>
internal sealed class DecodedText(char[] buffer, int length, string charset, string source, bool damaged) : IDisposable
{
    private int length = length;

    public string Charset => charset;

    public string Source { get; private set; } = source;

    public bool Damaged => damaged;

    public int Length => length;

    public ReadOnlySpan<char> Characters => buffer.AsSpan(0, length);

    /// <summary>A copy.</summary>
    public string Text => Characters.ToString();

    /// <summary>The text where it lies, for as long as it is not disposed.</summary>
    public PageSource Page => new(buffer, length);

    /// <summary>The same text, of which something else told the charset.</summary>
    public DecodedText From(string told)
    {
        Source = told;
        return this;
    }

    /// <summary>Takes out what nobody sees.</summary>
    public void Clean() => length = TextCleaner.Clean(buffer.AsSpan(0, length));

    public void Dispose()
    {
        PageMemory<char>.Return(buffer);
        buffer = [];
        length = 0;
    }
}
