using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OpenFeedsAndRemovalNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "feed_token",
                table: "saved_searches",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "removal_notices",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    removed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removal_notices", x => x.document_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_saved_searches_feed_token",
                table: "saved_searches",
                column: "feed_token",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "removal_notices");

            migrationBuilder.DropIndex(
                name: "ix_saved_searches_feed_token",
                table: "saved_searches");

            migrationBuilder.DropColumn(
                name: "feed_token",
                table: "saved_searches");
        }
    }
}
