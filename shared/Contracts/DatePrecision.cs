using System.Text.Json.Serialization;

namespace Dateline.Contracts;

/// <summary>How exactly a date is known.</summary>
[JsonConverter(typeof(WireEnumConverter<DatePrecision>))]
public enum DatePrecision
{
    Unknown,
    Year,
    Month,
    Day,
    Minute,
    Second,
}
