namespace Dateline.Parser.Html.Tree;

/// <summary>Where in the page the builder is, by the names of the HTML standard.</summary>
internal enum InsertionMode
{
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    InHeadNoScript,
    AfterHead,
    InBody,
    Text,
    InTable,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    InSelect,
    InSelectInTable,
    InTemplate,
    AfterBody,
    InFrameSet,
    AfterFrameSet,
}
