using System.Globalization;

namespace Dateline.Dashboard.Clients;

/// <summary>What the pages ask of the archive about stories.</summary>
public sealed class StoryClient(RestConnection rest)
{
    public Task<Page<StorySummary>> ListAsync(DateTimeOffset? from, int members, string? cursor, int limit, CancellationToken cancellationToken) =>
        rest.GetAsync<Page<StorySummary>>(
            Service.Storage,
            Query.Of(
                "v1/stories",
                ("from", from?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
                ("members", members.ToString(CultureInfo.InvariantCulture)),
                ("limit", limit.ToString(CultureInfo.InvariantCulture)),
                ("cursor", cursor)),
            cancellationToken);

    /// <summary>A story that was merged into another answers with that one.</summary>
    public Task<Story> FindAsync(Guid id, CancellationToken cancellationToken) =>
        rest.GetAsync<Story>(Service.Storage, $"v1/stories/{id}", cancellationToken);

    public Task<Story> MergeAsync(Guid into, IEnumerable<Guid> stories, CancellationToken cancellationToken) =>
        rest.PostAsync<Story>(Service.Storage, $"v1/stories/{into}/merge", new { stories }, cancellationToken);

    /// <summary>Answers with the new story.</summary>
    public Task<Story> SplitAsync(Guid from, IEnumerable<Guid> articles, CancellationToken cancellationToken) =>
        rest.PostAsync<Story>(Service.Storage, $"v1/stories/{from}/split", new { articles }, cancellationToken);
}
