using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dateline.Persistence;

/// <summary>Keeps every time in UTC on both databases. SQLite cannot order offsets, and forgets that a time was UTC.</summary>
public static class UtcTimes
{
    public static void UseUtcTimes(this ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTime>().HaveConversion<Converter>();

    private sealed class Converter() : ValueConverter<DateTime, DateTime>(
        time => time.Kind == DateTimeKind.Utc ? time : time.ToUniversalTime(),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
