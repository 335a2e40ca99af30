namespace Dateline.Storage.Delivery;

/// <summary>How an export is written.</summary>
public enum ExportFormat
{
    /// <summary>One JSON object on each line.</summary>
    Ndjson,

    /// <summary>RFC 4180, UTF-8.</summary>
    Csv,

    /// <summary>Apache Parquet: typed columns, for tools that calculate.</summary>
    Parquet,
}
