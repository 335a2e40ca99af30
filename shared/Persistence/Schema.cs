using Microsoft.EntityFrameworkCore;

namespace Dateline.Persistence;

/// <summary>Where a context's tables are: a schema of a PostgreSQL database, or a SQLite file of that name.</summary>
public sealed record Schema<TContext>(string Name, string ConnectionString) where TContext : DbContext;
