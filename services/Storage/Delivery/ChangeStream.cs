using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Dateline.Query.Syntax;
using Microsoft.Extensions.Hosting;

namespace Dateline.Storage.Delivery;

/// <summary>Follows the changes for as long as somebody listens.</summary>
public sealed class ChangeStream(ChangeReader changes, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int ReadAtOnce = 200;

    /// <summary>What a look at the end of an index costs twice a second is not measurable; readers do not feel half a second.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Shorter than the usual idle limits of proxies (30 to 60 s).</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Events of the kinds of changes, and <c>position</c> where nothing matched: it keeps the connection alive and moves the place from
    /// which a reader resumes.
    /// </summary>
    public async IAsyncEnumerable<SseItem<object>> FollowAsync(long after, QueryNode query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var spoken = time.GetTimestamp();
        yield return At(after);
        while (await NextAsync(after, query, stopping.Token) is { } page)
        {
            foreach (var change in page.Items)
                yield return new SseItem<object>(change, change.Kind) { EventId = Id(change.Position) };

            after = page.Next;
            if (page.Items.Count > 0)
                spoken = time.GetTimestamp();
            if (time.GetElapsedTime(spoken) >= Quiet)
            {
                yield return At(after);
                spoken = time.GetTimestamp();
            }
        }
    }

    /// <summary>Null when the service stops or the listener left.</summary>
    private async Task<ChangePage?> NextAsync(long after, QueryNode query, CancellationToken cancellationToken)
    {
        try
        {
            var page = await changes.ReadAsync(after, ReadAtOnce, query, cancellationToken);
            if (page.Next == after)
                await Task.Delay(Pause, time, cancellationToken);
            return page;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static SseItem<object> At(long position) =>
        new(new Dictionary<string, long> { ["position"] = position }, "position") { EventId = Id(position) };

    private static string Id(long position) => position.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
