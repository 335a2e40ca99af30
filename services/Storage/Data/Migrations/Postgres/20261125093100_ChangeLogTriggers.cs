using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Data.Migrations.Postgres
{
    /// <inheritdoc />
    [DbContext(typeof(PostgresArchiveDb))]
    [Migration("20261125093100_ChangeLogTriggers")]
    public sealed class ChangeLogTriggers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                INSERT INTO change_log (article_id, kind, revision, at)
                SELECT id, 'inserted', revision, first_stored_at FROM articles ORDER BY seq
                """);

            // The trigger is deferred: it runs while the transaction commits. From then on the lock lets one transaction after the other
            // take its numbers and become visible, so numbers appear in their order. Before that nobody waits for a slow transaction.
            migrationBuilder.Sql("""
                CREATE FUNCTION log_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
                BEGIN
                    PERFORM pg_advisory_xact_lock(4915872210337);
                    IF TG_OP = 'DELETE' THEN
                        INSERT INTO change_log (article_id, kind, revision, at) VALUES (OLD.id, 'retracted', OLD.revision, clock_timestamp());
                    ELSIF TG_OP = 'UPDATE' THEN
                        INSERT INTO change_log (article_id, kind, revision, at) VALUES (NEW.id, 'updated', NEW.revision, clock_timestamp());
                    ELSE
                        INSERT INTO change_log (article_id, kind, revision, at) VALUES (NEW.id, 'inserted', NEW.revision, clock_timestamp());
                    END IF;
                    RETURN NULL;
                END $$
                """);
            migrationBuilder.Sql("""
                CREATE CONSTRAINT TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON articles
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION log_change()
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER log_change ON articles");
            migrationBuilder.Sql("DROP FUNCTION log_change()");
        }
    }
}
