using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Dateline.Storage.Data.Migrations.Postgres
{
    /// <inheritdoc />
    partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "changes");

            migrationBuilder.CreateTable(
                name: "arrivals",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    run = table.Column<int>(type: "integer", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    duplicate_of = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    source_id = table.Column<Guid>(type: "uuid", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    fetched_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    stored_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    trace_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrivals", x => new { x.document_id, x.run });
                });

            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_key = table.Column<string>(type: "text", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "nextval('changes')"),
                    url = table.Column<string>(type: "text", nullable: true),
                    canonical_url = table.Column<string>(type: "text", nullable: true),
                    host = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    title_derived = table.Column<bool>(type: "boolean", nullable: false),
                    authors = table.Column<string>(type: "text", nullable: false),
                    tags = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_precision = table.Column<string>(type: "text", nullable: true),
                    modified_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sort_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    site_name = table.Column<string>(type: "text", nullable: true),
                    source_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_title = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    layout = table.Column<string>(type: "text", nullable: false),
                    details = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: true),
                    enrichment = table.Column<string>(type: "text", nullable: false),
                    image = table.Column<string>(type: "text", nullable: true),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    copy_key = table.Column<string>(type: "text", nullable: false),
                    min_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    word_count = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    state_hash = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_run = table.Column<int>(type: "integer", nullable: false),
                    fetched_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    first_stored_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    stored_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    trace_id = table.Column<string>(type: "text", nullable: true),
                    parser_version = table.Column<string>(type: "text", nullable: false),
                    enricher_version = table.Column<string>(type: "text", nullable: false),
                    duplicate_of = table.Column<Guid>(type: "uuid", nullable: true),
                    duplicate_reason = table.Column<string>(type: "text", nullable: true),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_articles", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "confirmations",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_run = table.Column<int>(type: "integer", nullable: false),
                    fetched_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_confirmations", x => x.article_id);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    authors = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_precision = table.Column<string>(type: "text", nullable: true),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fetched_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    stored_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed = table.Column<string>(type: "text", nullable: false),
                    words_added = table.Column<int>(type: "integer", nullable: false),
                    words_removed = table.Column<int>(type: "integer", nullable: false),
                    diff = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revisions", x => new { x.article_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_arrivals_article_id",
                table: "arrivals",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_articles_change",
                table: "articles",
                column: "change");

            migrationBuilder.CreateIndex(
                name: "ix_articles_copy_key",
                table: "articles",
                column: "copy_key");

            migrationBuilder.CreateIndex(
                name: "ix_articles_duplicate_of",
                table: "articles",
                column: "duplicate_of");

            migrationBuilder.CreateIndex(
                name: "ix_articles_id",
                table: "articles",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_search",
                table: "articles",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_articles_sort_at_seq",
                table: "articles",
                columns: new[] { "sort_at", "seq" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_articles_source_id_sort_at",
                table: "articles",
                columns: new[] { "source_id", "sort_at" });

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
            migrationBuilder.DropTable(
                name: "arrivals");

            migrationBuilder.DropTable(
                name: "articles");

            migrationBuilder.DropTable(
                name: "confirmations");

            migrationBuilder.DropTable(
                name: "revisions");

            migrationBuilder.DropSequence(
                name: "changes");
        }
    }
}
