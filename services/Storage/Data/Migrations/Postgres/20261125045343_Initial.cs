using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Data.Migrations.Postgres
{
    /// <inheritdoc />
    partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {


            // Faster than the default and no larger; a server may be built without it.
            migrationBuilder.Sql("""
                DO $$
                BEGIN
                    ALTER TABLE articles ALTER COLUMN text SET COMPRESSION lz4, ALTER COLUMN enrichment SET COMPRESSION lz4,
                        ALTER COLUMN details SET COMPRESSION lz4, ALTER COLUMN search SET COMPRESSION lz4;
                    ALTER TABLE revisions ALTER COLUMN text SET COMPRESSION lz4, ALTER COLUMN diff SET COMPRESSION lz4;
                EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN
                    NULL;
                END $$
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
