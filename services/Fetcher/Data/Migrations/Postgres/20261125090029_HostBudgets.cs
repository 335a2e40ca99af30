using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Fetcher.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HostBudgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "moved_to",
                table: "targets",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "moves",
                table: "targets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "crawl_delay_ms",
                table: "hosts",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "pushbacks",
                table: "hosts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "robots_failing_since",
                table: "hosts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "robots_status",
                table: "hosts",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "robots_until",
                table: "hosts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "enricher_version",
                table: "documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "parser_version",
                table: "documents",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_targets_host_status",
                table: "targets",
                columns: new[] { "host", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_targets_host_status",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "moved_to",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "moves",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "crawl_delay_ms",
                table: "hosts");

            migrationBuilder.DropColumn(
                name: "pushbacks",
                table: "hosts");

            migrationBuilder.DropColumn(
                name: "robots_failing_since",
                table: "hosts");

            migrationBuilder.DropColumn(
                name: "robots_status",
                table: "hosts");

            migrationBuilder.DropColumn(
                name: "robots_until",
                table: "hosts");

            migrationBuilder.DropColumn(
                name: "enricher_version",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "parser_version",
                table: "documents");
        }
    }
}
