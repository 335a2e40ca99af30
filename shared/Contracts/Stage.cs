using System.Text.Json.Serialization;

namespace Dateline.Contracts;

/// <summary>The stages of the line, in the order a document passes them.</summary>
[JsonConverter(typeof(WireEnumConverter<Stage>))]
public enum Stage
{
    Unknown,

    /// <summary>The fetcher committed raw bytes and ledger row.</summary>
    Accept,

    /// <summary>The fetcher handed the document to the line.</summary>
    Dispatch,
    Parse,
    Enrich,
    Store,

    /// <summary>The fetcher wrote the fate into the ledger.</summary>
    Settle,
}
