using Dateline.Contracts;

namespace Dateline.Parser.Dates;

/// <summary>A date that was read from text, as exact as the text is.</summary>
internal readonly record struct ParsedDate(DateTimeOffset Value, DatePrecision Precision, bool ZoneKnown)
{
    public DateEvidence From(string source) =>
        new() { Value = Value, Precision = Precision, ZoneKnown = ZoneKnown, Source = source };
}
