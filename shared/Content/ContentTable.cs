using Microsoft.EntityFrameworkCore;

namespace Dateline.Content;

/// <summary>The table of raw content. The fetcher owns it, because accepting writes bytes and ledger row in one transaction.</summary>
public static class ContentTable
{
    /// <summary>The schema the table is in.</summary>
    public const string Schema = "intake";

    public static void AddRawContent(this ModelBuilder model)
    {
        var content = model.Entity<RawContent>();
        content.ToTable("contents");
        content.HasKey(row => row.Key);
        content.Property(row => row.Key).HasMaxLength(64);
    }
}
