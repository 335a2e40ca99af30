using System.Text.Json.Serialization;

namespace Dateline.Contracts;

/// <summary>What storing a document changed in the archive.</summary>
[JsonConverter(typeof(WireEnumConverter<StoreOutcome>))]
public enum StoreOutcome
{
    Unknown,

    /// <summary>A new article.</summary>
    Stored,

    /// <summary>A known article with other content: a new revision.</summary>
    Revised,

    /// <summary>A known article with the content it already has.</summary>
    Unchanged,

    /// <summary>The same text under another identity.</summary>
    Duplicate,
}
