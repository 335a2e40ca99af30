namespace Dateline.Contracts;

/// <summary>A date with what speaks for it.</summary>
public sealed record DateEvidence
{
    /// <summary>Midnight UTC of its first day when only a day, month or year is known.</summary>
    public required DateTimeOffset Value { get; init; }

    public required DatePrecision Precision { get; init; }

    /// <summary>False when the document named no zone and UTC was assumed.</summary>
    public bool ZoneKnown { get; init; }

    /// <summary>
    /// Where it was read: json-ld, meta, meta-date (names as vague as "date"), time, url, byline, shown (beside the headline, for readers), title, script, dateline, feed.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>True when another source of the same document says otherwise by more than a day.</summary>
    public bool Conflict { get; init; }
}
