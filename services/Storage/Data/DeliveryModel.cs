using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Data;

/// <summary>The tables by which the archive hands articles on.</summary>
internal static class DeliveryModel
{
    public static void AddDelivery(this ModelBuilder model)
    {
        var change = model.Entity<ChangeRow>();
        change.ToTable("change_log");
        change.HasIndex(row => row.At);

        var search = model.Entity<SavedSearchRow>();
        search.ToTable("saved_searches");
        search.HasIndex(row => row.Name).IsUnique();
        search.HasIndex(row => row.FeedToken).IsUnique();

        var webhook = model.Entity<WebhookRow>();
        webhook.ToTable("webhooks");
        webhook.HasOne<SavedSearchRow>().WithMany().HasForeignKey(row => row.SearchId).OnDelete(DeleteBehavior.Cascade);

        var delivery = model.Entity<DeliveryRow>();
        delivery.ToTable("deliveries");
        delivery.HasIndex(row => new { row.WebhookId, row.Change }).IsUnique();
        delivery.HasIndex(row => row.NextAttemptAt);
        delivery.HasOne<WebhookRow>().WithMany().HasForeignKey(row => row.WebhookId).OnDelete(DeleteBehavior.Cascade);

        var rule = model.Entity<RuleRow>();
        rule.ToTable("rules");
        rule.HasIndex(row => row.Name).IsUnique();
    }
}
