using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    [DbContext(typeof(SqliteArchiveDb))]
    [Migration("20261125093100_ChangeLogTriggers")]
    public sealed class ChangeLogTriggers : Migration
    {
        private static readonly (string Operation, string Row, string Kind)[] Triggers =
            [("INSERT", "NEW", "inserted"), ("UPDATE", "NEW", "updated"), ("DELETE", "OLD", "retracted")];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                INSERT INTO change_log (article_id, kind, revision, at)
                SELECT id, 'inserted', revision, first_stored_at FROM articles ORDER BY seq
                """);

            // One writer at a time: numbers rise in the order of commits by themselves.
            foreach (var (operation, row, kind) in Triggers)
                migrationBuilder.Sql($"""
                    CREATE TRIGGER log_{kind} AFTER {operation} ON articles BEGIN
                        INSERT INTO change_log (article_id, kind, revision, at)
                        VALUES ({row}.id, '{kind}', {row}.revision, strftime('%Y-%m-%d %H:%M:%f', 'now'));
                    END
                    """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (_, _, kind) in Triggers)
                migrationBuilder.Sql($"DROP TRIGGER log_{kind}");
        }
    }
}
