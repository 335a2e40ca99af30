using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Fetcher.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ResponseFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "response_facts",
                table: "documents",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "response_facts",
                table: "documents");
        }
    }
}
