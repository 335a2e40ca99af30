using System.Diagnostics;

namespace Dateline.Testing;

/// <summary>Waits for what must become true soon, and says what was seen instead when it does not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the condition holds. An exception counts as "not yet" and is reported when time is up.</summary>
    /// <param name="describe">The state as it is now, for the message of a failure.</param>
    public static Task TrueAsync(Func<bool> condition, TimeSpan deadline, Func<string> describe) =>
        TrueAsync(() => Task.FromResult(condition()), deadline, () => Task.FromResult(describe()));

    /// <inheritdoc cref="TrueAsync(Func{bool}, TimeSpan, Func{string})"/>
    public static Task TrueAsync(Func<Task<bool>> condition, TimeSpan deadline, Func<string> describe) =>
        TrueAsync(condition, deadline, () => Task.FromResult(describe()));

    /// <inheritdoc cref="TrueAsync(Func{bool}, TimeSpan, Func{string})"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan deadline, Func<Task<string>> describe)
    {
        var watch = Stopwatch.StartNew();
        Exception? last;
        do
        {
            last = null;
            try
            {
                if (await condition())
                    return;
            }
            catch (Exception exception)
            {
                last = exception;
            }

            await Task.Delay(Pause);
        }
        while (watch.Elapsed < deadline);

        throw new TimeoutException($"Not true within {deadline.TotalSeconds:0.#} s. Last seen: {await DescribeAsync(describe)}", last);
    }

    /// <summary>Asks until there is an answer that is not null, and returns it.</summary>
    public static async Task<T> ValueAsync<T>(Func<Task<T?>> find, TimeSpan deadline, Func<string> describe) where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await find()) is not null, deadline, describe);
        return found!;
    }

    private static async Task<string> DescribeAsync(Func<Task<string>> describe)
    {
        try
        {
            return await describe();
        }
        catch (Exception exception)
        {
            return $"nothing, because describing it failed: {exception.Message}";
        }
    }
}
