using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dateline.Storage.Data;

/// <summary>SQLite keeps no zone: what comes back is UTC, as it was written.</summary>
internal sealed class UtcTimes() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
