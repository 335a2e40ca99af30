using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Grouping : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "flags",
                table: "revisions",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<bool>(
                name: "copy_decided",
                table: "articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "duplicate_share",
                table: "articles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gist",
                table: "articles",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "story_id",
                table: "articles",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "story_id",
                table: "arrivals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "removals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    selection = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    articles = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    tag = table.Column<string>(type: "TEXT", nullable: true),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shingles",
                columns: table => new
                {
                    hash = table.Column<long>(type: "INTEGER", nullable: false),
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shingles", x => new { x.hash, x.article_id });
                });

            migrationBuilder.CreateTable(
                name: "stories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_seen = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen = table.Column<DateTime>(type: "TEXT", nullable: false),
                    first_article = table.Column<Guid>(type: "TEXT", nullable: false),
                    best_article = table.Column<Guid>(type: "TEXT", nullable: false),
                    best_score = table.Column<int>(type: "INTEGER", nullable: false),
                    members = table.Column<int>(type: "INTEGER", nullable: false),
                    gist = table.Column<string>(type: "TEXT", nullable: false),
                    merged_into = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "story_terms",
                columns: table => new
                {
                    term = table.Column<string>(type: "TEXT", nullable: false),
                    story_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    last_seen = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story_terms", x => new { x.term, x.story_id });
                });

            migrationBuilder.CreateTable(
                name: "tombstones",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    removal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tombstones", x => x.article_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_articles_story_id",
                table: "articles",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "ix_stories_last_seen_id",
                table: "stories",
                columns: new[] { "last_seen", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_story_terms_term_last_seen",
                table: "story_terms",
                columns: new[] { "term", "last_seen" });

            migrationBuilder.CreateIndex(
                name: "ix_tombstones_change",
                table: "tombstones",
                column: "change");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "removals");

            migrationBuilder.DropTable(
                name: "retention");

            migrationBuilder.DropTable(
                name: "shingles");

            migrationBuilder.DropTable(
                name: "stories");

            migrationBuilder.DropTable(
                name: "story_terms");

            migrationBuilder.DropTable(
                name: "tombstones");

            migrationBuilder.DropIndex(
                name: "ix_articles_story_id",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "flags",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "copy_decided",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "duplicate_share",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "gist",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "story_id",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "story_id",
                table: "arrivals");
        }
    }
}
