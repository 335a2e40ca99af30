namespace Dateline.Storage.Data;

/// <summary>A column as the bulk writers of both databases need it.</summary>
/// <param name="Name">In the database.</param>
/// <param name="Type">Of PostgreSQL.</param>
/// <param name="Value">As the driver takes it; null for NULL.</param>
internal sealed record Column<TRow>(string Name, string Type, Func<TRow, object?> Value);
