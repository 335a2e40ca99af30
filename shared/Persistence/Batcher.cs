using System.Threading.Channels;

namespace Dateline.Persistence;

/// <summary>
/// Gathers single calls that arrive at about the same time into one set-based call, and gives each caller its own answer.
/// Callers keep their own trace, retry and acknowledgement; only the database sees a batch. When a batch fails on its data
/// it is halved until the bad item stands alone, so that one poison item costs only itself.
/// </summary>
public sealed class Batcher<TItem, TResult> : IAsyncDisposable
{
    private readonly Channel<Call> calls = Channel.CreateUnbounded<Call>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> run;
    private readonly int maxItems;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task loop;

    /// <summary>
    /// While one batch runs the next one gathers, so no timer is needed: alone an item waits for nobody, under load batches grow
    /// to <paramref name="maxItems"/>. <paramref name="run"/> answers in the order of its input and changes nothing when it throws.
    /// </summary>
    public Batcher(int maxItems, Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> run)
    {
        this.maxItems = maxItems;
        this.run = run;
        loop = Task.Run(LoopAsync);
    }

    public async Task<TResult> RunAsync(TItem item, CancellationToken cancellationToken)
    {
        var call = new Call(item);
        if (!calls.Writer.TryWrite(call))
            throw new OperationCanceledException("The process is stopping.");
        return await call.Answer.Task.WaitAsync(cancellationToken);
    }

    private async Task LoopAsync()
    {
        var batch = new List<Call>(maxItems);
        while (await calls.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < maxItems && calls.Reader.TryRead(out var call))
                batch.Add(call);
            await RunAsync(batch);
        }
    }

    private async Task RunAsync(List<Call> batch)
    {
        try
        {
            var results = await run([.. batch.Select(call => call.Item)], stopping.Token);
            for (var i = 0; i < batch.Count; i++)
                batch[i].Answer.TrySetResult(results[i]);
        }
        catch (Exception exception) when (batch.Count > 1 && !DatabaseOutage.IsBehind(exception) && !stopping.IsCancellationRequested)
        {
            var half = batch.Count / 2;
            await RunAsync(batch[..half]);
            await RunAsync(batch[half..]);
        }
        catch (Exception exception)
        {
            foreach (var call in batch)
                call.Answer.TrySetException(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        calls.Writer.TryComplete();
        await stopping.CancelAsync();
        await loop;
        stopping.Dispose();
    }

    private sealed class Call(TItem item)
    {
        public TItem Item => item;

        public TaskCompletionSource<TResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
