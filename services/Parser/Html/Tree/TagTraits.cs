namespace Dateline.Parser.Html.Tree;

/// <summary>What the HTML standard's rules ask about an element's name.</summary>
[Flags]
internal enum TagTraits : ushort
{
    None = 0,

    /// <summary>Ends the search for an open element that an end tag may close.</summary>
    Special = 1,

    /// <summary>Is opened again in the next block when its own is closed around it.</summary>
    Formatting = 2,

    /// <summary>Has no content and no end tag.</summary>
    Void = 4,

    /// <summary>Bounds the scope in which an end tag looks for its element.</summary>
    Scope = 8,

    /// <summary>Is closed without an end tag.</summary>
    ImpliedEnd = 16,

    /// <summary>Closes an open paragraph when it begins.</summary>
    ClosesParagraph = 32,

    /// <summary>Breaks out of a drawing or a formula, where templates forget end tags.</summary>
    BreaksForeign = 64,

    Heading = 128,

    /// <summary>Of a table, its row groups, rows and cells.</summary>
    TablePart = 256,

    /// <summary>Belongs into the head wherever it stands.</summary>
    HeadContent = 512,
}
