using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests;

public sealed class ArchiveColumnsTests
{
    [Fact]
    public void Writes_every_column_of_the_model()
    {
        using var db = new SqliteArchiveDb.DesignTime().CreateDbContext([]);
        Compare<ArticleRow>(db, ["seq", "change", .. ArchiveColumns.Articles.Select(column => column.Name)]);
        Compare<RevisionRow>(db, [.. ArchiveColumns.Revisions.Select(column => column.Name)]);
        Compare<ConfirmationRow>(db, [.. ArchiveColumns.Confirmations.Select(column => column.Name)]);
        Compare<ArrivalRow>(db, [.. ArchiveColumns.Arrivals.Select(column => column.Name)]);
    }

    [Fact]
    public void Migrations_are_up_to_date()
    {
        using var sqlite = new SqliteArchiveDb.DesignTime().CreateDbContext([]);
        using var postgres = new PostgresArchiveDb.DesignTime().CreateDbContext([]);
        sqlite.Database.HasPendingModelChanges().ShouldBeFalse();
        postgres.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    private static void Compare<TRow>(DbContext db, string[] written) =>
        db.Model.FindEntityType(typeof(TRow))!.GetProperties().Select(property => property.GetColumnName()).Order().ShouldBe(written.Order());
}
