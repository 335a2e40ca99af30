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


            // The tokenizer "ascii" takes every character beyond ASCII as a letter and so keeps the analyser's terms as they are.
            // Contentless: the texts are in articles.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE articles_fts USING fts5(
                    title, facts, body, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '3')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE articles_fts");


        }
    }
}
