using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Dateline.Persistence.Tests;

public sealed class BatcherTests
{
    private readonly ConcurrentQueue<int[]> _batches = new();

    [Fact]
    public async Task Each_caller_gets_its_own_answer()
    {
        await using var batcher = new Batcher<int, int>(10, Squares);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => batcher.RunAsync(i, TestContext.Current.CancellationToken)));

        answers.ShouldBe(Enumerable.Range(0, 100).Select(i => i * i));
        _batches.ShouldAllBe(batch => batch.Length <= 10);
    }

    [Fact]
    public async Task What_arrives_while_a_batch_runs_makes_the_next_one()
    {
        var gate = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        await using var batcher = new Batcher<int, int>(50, async (items, token) =>
        {
            if (items is [0])
            {
                started.SetResult();
                await gate.Task;
            }

            return await Squares(items, token);
        });
        var first = batcher.RunAsync(0, TestContext.Current.CancellationToken);
        await started.Task;
        var rest = Enumerable.Range(1, 20).Select(i => batcher.RunAsync(i, TestContext.Current.CancellationToken)).ToList();
        gate.SetResult();
        await Task.WhenAll([first, .. rest]);

        _batches.Select(batch => batch.Length).ShouldBe([1, 20]);
    }

    [Fact]
    public async Task A_poison_item_costs_only_itself()
    {
        await using var batcher = new Batcher<int, int>(64, (items, token) =>
            items.Contains(13) ? throw new FormatException("13") : Squares(items, token));

        var calls = Enumerable.Range(0, 40).Select(i => batcher.RunAsync(i, TestContext.Current.CancellationToken)).ToList();

        await Should.ThrowAsync<FormatException>(calls[13]);
        (await Task.WhenAll(calls.Where((_, i) => i != 13))).Length.ShouldBe(39);
    }

    [Fact]
    public async Task An_outage_is_no_reason_to_halve()
    {
        var tries = 0;
        await using var batcher = new Batcher<int, int>(64, (_, _) =>
        {
            Interlocked.Increment(ref tries);
            throw new SocketException((int)SocketError.ConnectionRefused);
        });

        await Should.ThrowAsync<SocketException>(batcher.RunAsync(1, TestContext.Current.CancellationToken));

        tries.ShouldBe(1);
    }

    [Fact]
    public async Task After_the_end_nothing_is_taken()
    {
        var batcher = new Batcher<int, int>(10, Squares);
        await batcher.DisposeAsync();

        await Should.ThrowAsync<OperationCanceledException>(batcher.RunAsync(1, TestContext.Current.CancellationToken));
    }

    private Task<IReadOnlyList<int>> Squares(IReadOnlyList<int> items, CancellationToken cancellationToken)
    {
        _batches.Enqueue([.. items]);
        return Task.FromResult<IReadOnlyList<int>>([.. items.Select(item => item * item)]);
    }
}
