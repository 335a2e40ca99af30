using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Sources;

/// <summary>Asks a feed's hub to tell us what is new (WebSub), and again before the hub forgets.</summary>
public sealed class HubSubscription(PromptFetch fetch, Database<IntakeDb> database, IOptions<SourceOptions> options, TimeProvider time)
{
    /// <summary>What is asked for; hubs give between one and fifteen days.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromDays(10);

    /// <summary>Polls of a pushed source are hours apart, so some of them fall into this.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(1);

    /// <summary>A hub that does not verify is asked again, but not at every poll.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);

    /// <summary>A part of a visit's time, which may not outlast its lease.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="feed">Null when the answer was not read, because nothing was new: then the hub is the one that is known.</param>
    public async Task FollowAsync(Guid sourceId, Feed? feed, FetchResult.Fetched fetched, CancellationToken cancellationToken)
    {
        if (options.Value.PublicUrl is not { } publicUrl || await PrepareAsync(sourceId, HubLinks.Of(feed, fetched), cancellationToken) is not { } source)
            return;

        if (!await AskAsync(source, publicUrl, cancellationToken))
            await database.WriteAsync((db, token) => db.Sources.Where(row => row.Id == sourceId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.HubAskedAt, (DateTime?)null), token), cancellationToken);
    }

    /// <summary>False: the hub, which many feeds share, had no turn for us.</summary>
    private async Task<bool> AskAsync(Source source, string publicUrl, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await fetch.RunAsync(new FetchRequest
            {
                Url = source.HubUrl!,
                Method = HttpMethod.Post,
                ContentType = "application/x-www-form-urlencoded",
                Content = Form(
                    ("hub.callback", $"{publicUrl.TrimEnd('/')}/v1/websub/{source.Id}"),
                    ("hub.mode", "subscribe"),
                    ("hub.topic", source.HubTopic!),
                    ("hub.secret", source.HubSecret!),
                    ("hub.lease_seconds", Lease.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture))),
            }, held: null, asking.Token) is not FetchResult.Failed { Kind: FetchFailureKind.Busy };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Written before the hub is asked, since it may verify before it answers. Null: nothing to ask now.</summary>
    private Task<Source?> PrepareAsync(Guid sourceId, HubLinks? links, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync(async (db, token) =>
        {
            var source = await db.Sources.AsTracking().SingleOrDefaultAsync(row => row.Id == sourceId, token);
            if (source is null || (links is null && source.HubUrl is null))
                return null;

            if (links is not null && (links.Hub != source.HubUrl || links.Topic != source.HubTopic))
            {
                (source.HubUrl, source.HubTopic) = (links.Hub, links.Topic);
                source.HubSecret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
                source.LeaseUntil = source.HubAskedAt = null;
            }

            if (source.LeaseUntil - now > RenewBefore || now - source.HubAskedAt < AskAgainAfter)
                return null;
            source.HubAskedAt = now;
            await db.SaveChangesAsync(token);
            return source;
        }, cancellationToken);
    }

    private static ReadOnlyMemory<byte> Form(params (string Name, string Value)[] fields) =>
        Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(field.Value)}")));
}
