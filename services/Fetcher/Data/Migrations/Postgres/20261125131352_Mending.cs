using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Fetcher.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Mending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "moving_to",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "searched_at",
                table: "sources",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "moving_to",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "search",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "searched_at",
                table: "sources");
        }
    }
}
