using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Fetcher.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SourceHealth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "cookie",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "entries_per_day",
                table: "sources",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "failing_since",
                table: "sources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "failure_kind",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "headers",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "hub_asked_at",
                table: "sources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hub_secret",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hub_topic",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hub_url",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "last_full_get_at",
                table: "sources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "lease_until",
                table: "sources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "max_interval",
                table: "sources",
                type: "interval",
                nullable: true);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "min_interval",
                table: "sources",
                type: "interval",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "moved_seen",
                table: "sources",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "moved_to",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "new_share",
                table: "sources",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "paused",
                table: "sources",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "proposal",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rhythm_json",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tags",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "user_agent",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "validators_url",
                table: "sources",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "cookie",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "entries_per_day",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "failing_since",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "failure_kind",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "headers",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "hub_asked_at",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "hub_secret",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "hub_topic",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "hub_url",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "last_full_get_at",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "lease_until",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "max_interval",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "min_interval",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "moved_seen",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "moved_to",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "new_share",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "paused",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "proposal",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "rhythm_json",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "user_agent",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "validators_url",
                table: "sources");
        }
    }
}
