using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Dateline.Fetcher.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accepted_once",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accepted_once", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "contents",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    compressed = table.Column<bool>(type: "INTEGER", nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contents", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    run = table.Column<int>(type: "INTEGER", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    source_title = table.Column<string>(type: "TEXT", nullable: true),
                    url = table.Column<string>(type: "TEXT", nullable: true),
                    final_url = table.Column<string>(type: "TEXT", nullable: true),
                    file_name = table.Column<string>(type: "TEXT", nullable: true),
                    content_key = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: true),
                    charset = table.Column<string>(type: "TEXT", nullable: true),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    feed_hints = table.Column<string>(type: "TEXT", nullable: true),
                    fetched_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", nullable: false),
                    earlier_traces = table.Column<string>(type: "TEXT", nullable: true),
                    fate = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    article_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: true),
                    duplicate_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    story_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    journey = table.Column<string>(type: "TEXT", nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sends = table.Column<int>(type: "INTEGER", nullable: false),
                    fault_group = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fault_groups",
                columns: table => new
                {
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    exception_type = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    stack = table.Column<string>(type: "TEXT", nullable: true),
                    sample_document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_seen = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fault_groups", x => x.fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "hosts",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    leased_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    robots = table.Column<string>(type: "TEXT", nullable: true),
                    robots_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_status = table.Column<int>(type: "INTEGER", nullable: true),
                    last_pushback = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hosts", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    title_given = table.Column<bool>(type: "INTEGER", nullable: false),
                    format = table.Column<string>(type: "TEXT", nullable: true),
                    pages = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_polled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_new_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    next_poll_reason = table.Column<string>(type: "TEXT", nullable: false),
                    last_status = table.Column<string>(type: "TEXT", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    entries = table.Column<long>(type: "INTEGER", nullable: false),
                    e_tag = table.Column<string>(type: "TEXT", nullable: true),
                    last_modified = table.Column<string>(type: "TEXT", nullable: true),
                    body_hash = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tallies",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tallies", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "targets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    host = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    http_status = table.Column<int>(type: "INTEGER", nullable: true),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fetched_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    source_title = table.Column<string>(type: "TEXT", nullable: true),
                    via = table.Column<Guid>(type: "TEXT", nullable: true),
                    entries = table.Column<int>(type: "INTEGER", nullable: true),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    feed_hints = table.Column<string>(type: "TEXT", nullable: true),
                    entry_updated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_targets", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "tallies",
                columns: new[] { "name", "count" },
                values: new object[,]
                {
                    { "accepted", 0L },
                    { "duplicate", 0L },
                    { "quarantined", 0L },
                    { "rejected", 0L },
                    { "revised", 0L },
                    { "stored", 0L },
                    { "unchanged", 0L }
                });

            migrationBuilder.CreateIndex(
                name: "ix_documents_due_at",
                table: "documents",
                column: "due_at",
                filter: "fate IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_documents_fate_id",
                table: "documents",
                columns: new[] { "fate", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_fault_group",
                table: "documents",
                column: "fault_group",
                filter: "fate = 'quarantined'");

            migrationBuilder.CreateIndex(
                name: "ix_documents_final_url",
                table: "documents",
                column: "final_url");

            migrationBuilder.CreateIndex(
                name: "ix_documents_in_flight",
                table: "documents",
                column: "accepted_at",
                filter: "fate IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_documents_settled_at",
                table: "documents",
                column: "settled_at");

            migrationBuilder.CreateIndex(
                name: "ix_documents_source_id_id",
                table: "documents",
                columns: new[] { "source_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_url",
                table: "documents",
                column: "url");

            migrationBuilder.CreateIndex(
                name: "ix_hosts_next_at",
                table: "hosts",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "ix_sources_url",
                table: "sources",
                column: "url",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_targets_host_next_at",
                table: "targets",
                columns: new[] { "host", "next_at" },
                filter: "status = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_targets_key",
                table: "targets",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_targets_source_id_status",
                table: "targets",
                columns: new[] { "source_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_targets_url",
                table: "targets",
                column: "url");

            migrationBuilder.CreateIndex(
                name: "ix_targets_via_id",
                table: "targets",
                columns: new[] { "via", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accepted_once");

            migrationBuilder.DropTable(
                name: "contents");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "fault_groups");

            migrationBuilder.DropTable(
                name: "hosts");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "tallies");

            migrationBuilder.DropTable(
                name: "targets");
        }
    }
}
