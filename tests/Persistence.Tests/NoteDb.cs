using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dateline.Persistence.Tests;

/// <summary>A schema small enough to see through, with a migration for either database.</summary>
public abstract class NoteDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcTimes();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>().ToTable("notes");
}

public sealed class SqliteNoteDb(DbContextOptions<SqliteNoteDb> options) : NoteDb(options);

public sealed class PostgresNoteDb(DbContextOptions<PostgresNoteDb> options) : NoteDb(options);

public sealed class Note
{
    public required int Id { get; init; }

    public required string Text { get; set; }

    public DateTime At { get; init; }
}

[DbContext(typeof(SqliteNoteDb))]
[Migration("1_notes")]
public sealed class SqliteNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, at TEXT NOT NULL)");
}

[DbContext(typeof(PostgresNoteDb))]
[Migration("1_notes")]
public sealed class PostgresNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE notes (id int PRIMARY KEY, text text NOT NULL UNIQUE, at timestamptz NOT NULL)");
}
