using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "arrivals",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    run = table.Column<int>(type: "INTEGER", nullable: false),
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    duplicate_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    url = table.Column<string>(type: "TEXT", nullable: true),
                    fetched_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    stored_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    trace_id = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrivals", x => new { x.document_id, x.run });
                });

            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    identity_key = table.Column<string>(type: "TEXT", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: true),
                    canonical_url = table.Column<string>(type: "TEXT", nullable: true),
                    host = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    title_derived = table.Column<bool>(type: "INTEGER", nullable: false),
                    authors = table.Column<string>(type: "TEXT", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_precision = table.Column<string>(type: "TEXT", nullable: true),
                    modified_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sort_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    site_name = table.Column<string>(type: "TEXT", nullable: true),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    source_title = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    layout = table.Column<string>(type: "TEXT", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: true),
                    enrichment = table.Column<string>(type: "TEXT", nullable: false),
                    image = table.Column<string>(type: "TEXT", nullable: true),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    copy_key = table.Column<string>(type: "TEXT", nullable: false),
                    min_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    word_count = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    state_hash = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_run = table.Column<int>(type: "INTEGER", nullable: false),
                    fetched_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    first_stored_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    stored_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    trace_id = table.Column<string>(type: "TEXT", nullable: true),
                    parser_version = table.Column<string>(type: "TEXT", nullable: false),
                    enricher_version = table.Column<string>(type: "TEXT", nullable: false),
                    duplicate_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    duplicate_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_articles", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "confirmations",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_run = table.Column<int>(type: "INTEGER", nullable: false),
                    fetched_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_confirmations", x => x.article_id);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    authors = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_precision = table.Column<string>(type: "TEXT", nullable: true),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fetched_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    stored_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    replaced_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed = table.Column<string>(type: "TEXT", nullable: false),
                    words_added = table.Column<int>(type: "INTEGER", nullable: false),
                    words_removed = table.Column<int>(type: "INTEGER", nullable: false),
                    diff = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "ix_articles_sort_at_seq",
                table: "articles",
                columns: new[] { "sort_at", "seq" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_articles_source_id_sort_at",
                table: "articles",
                columns: new[] { "source_id", "sort_at" });

            // The tokenizer "ascii" takes every character beyond ASCII as a letter and so keeps the analyser's terms as they are.
            // Contentless: the texts are in articles.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE articles_fts USING fts5(
                    title, facts, body, content = '', contentless_delete = 1, tokenize = 'ascii')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE articles_fts");

            migrationBuilder.DropTable(
                name: "arrivals");

            migrationBuilder.DropTable(
                name: "articles");

            migrationBuilder.DropTable(
                name: "confirmations");

            migrationBuilder.DropTable(
                name: "revisions");
        }
    }
}
