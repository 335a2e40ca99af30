using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Data.Migrations.Postgres
{
    /// <summary>Gives each article that was stored before there were stories a story of its own.</summary>
    [DbContext(typeof(PostgresArchiveDb))]
    [Migration("20261125094700_StoriesOfOne")]
    public partial class StoriesOfOne : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE articles SET story_id = id");
            migrationBuilder.Sql("""
                INSERT INTO stories (id, first_seen, last_seen, first_article, best_article, best_score, members, gist)
                SELECT id, sort_at, sort_at, id, id, 0, 1, '' FROM articles
                """);
        }
    }
}
