namespace Dateline.Parser.Html.Tree;

internal sealed partial class TreeBuilder
{
    private void InFrameSet(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text:
                InsertBlanks();
                break;
            case TokenKind.StartTag when tag == Tag.Html:
                InBody(kind);
                break;
            case TokenKind.StartTag when tag == Tag.FrameSet:
                Insert();
                break;
            case TokenKind.StartTag when tag == Tag.Frame:
                InsertVoid();
                break;
            case TokenKind.StartTag when tag == Tag.NoFrames:
                InHead(kind);
                break;
            case TokenKind.EndTag when tag == Tag.FrameSet && open.Count > 1:
                open.Pop();
                if (open.CurrentTag != Tag.FrameSet)
                    mode = InsertionMode.AfterFrameSet;
                break;
            case TokenKind.End:
                stopped = true;
                break;
        }
    }

    private void AfterFrameSet(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text:
                InsertBlanks();
                break;
            case TokenKind.StartTag when tag == Tag.Html:
                InBody(kind);
                break;
            case TokenKind.StartTag when tag == Tag.NoFrames:
                InHead(kind);
                break;
            case TokenKind.End:
                stopped = true;
                break;
        }
    }

    /// <summary>Frames hold no text.</summary>
    private void InsertBlanks()
    {
        if (IsBlank)
            InsertText(text);
    }
}
