namespace Dateline.Fetcher.Http;

/// <summary>Reads a response body within its limits of size and pace.</summary>
internal sealed class BodyReader(FetcherHttpOptions options, TimeProvider time)
{
    private const int BufferBytes = 64 * 1024;

    /// <param name="cut">Whether a longer body is cut rather than refused.</param>
    /// <exception cref="FetchException">Too large or too slow.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, long maxBytes, bool cut, CancellationToken cancellationToken)
    {
        if (!cut && content.Headers.ContentLength > maxBytes)
            throw TooLarge(maxBytes);

        using var pace = new CancellationTokenSource(options.RateWindow, time);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, pace.Token);
        await using var wire = await content.ReadAsStreamAsync(reading.Token);
        try
        {
            return await ReadAsync(wire, maxBytes, cut, pace, reading.Token);
        }
        catch (OperationCanceledException) when (pace.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(FetchFailureKind.TooSlow,
                $"The server sends fewer than {options.MinBytesPerSecond} bytes per second.");
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(Stream wire, long maxBytes, bool cut, CancellationTokenSource pace, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        var buffer = new byte[BufferBytes];
        var expected = options.MinBytesPerSecond * options.RateWindow.TotalSeconds;
        var sinceReset = 0L;
        while (await wire.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            var room = maxBytes - body.Length;
            if (read > room && !cut)
                throw TooLarge(maxBytes);

            body.Write(buffer, 0, (int)Math.Min(read, room));
            if (read >= room && cut)
                break;

            sinceReset += read;

            // Each window's worth of bytes buys another window.
            if (sinceReset >= expected)
            {
                pace.CancelAfter(options.RateWindow);
                sinceReset = 0;
            }
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static FetchException TooLarge(long maxBytes) =>
        new(FetchFailureKind.TooLarge, $"The answer is larger than the limit of {maxBytes} bytes.");
}
