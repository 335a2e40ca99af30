using System.Text.Json.Serialization;

namespace Dateline.Contracts;

/// <summary>What a block of an article's body is.</summary>
[JsonConverter(typeof(WireEnumConverter<BlockKind>))]
public enum BlockKind
{
    Paragraph,
    Heading,
    List,
    Quote,
    Caption,
    Table,
    Code,
}
