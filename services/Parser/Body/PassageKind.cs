namespace Dateline.Parser.Body;

/// <summary>What a passage is by its markup.</summary>
internal enum PassageKind
{
    Paragraph,
    Heading,
    ListItem,
    Quote,
    Caption,
    Row,
    Code,
}
