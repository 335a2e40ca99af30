using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Inbox;

/// <summary>
/// Writes into the receipts of dropped files how their documents ended, once the last one has: a page that was accepted and then
/// rejected says so beside the file, without a look anywhere else.
/// </summary>
public sealed partial class ReceiptSettler(
    LedgerQueries ledger, DatabaseOptions data, IOptions<InboxOptions> options, TimeProvider time, ILogger<ReceiptSettler> logger) : BackgroundService
{
    /// <summary>Documents asked for at once.</summary>
    private const int AtOnce = 200;

    private readonly OpenReceipts open = InboxFolder.Of(options.Value, data).Open;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || DatabaseOutage.IsBehind(exception))
            {
                LogTrouble(exception.Message); // the marks are still there
            }

            await Task.Delay(options.Value.SettleReceiptsEvery, time, stoppingToken);
        }
    }

    /// <summary>Finishes every receipt that can be; answers how many.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var finished = 0;
        foreach (var marks in open.List().Chunk(AtOnce))
        {
            var fates = await ledger.FatesAsync([.. marks.Select(mark => mark.Document)], cancellationToken);
            foreach (var (document, mark) in marks)
            {
                if (!IsInFlight(fates, document) && await FinishAsync(mark, cancellationToken))
                    finished++;
            }
        }

        return finished;
    }

    private async Task<bool> FinishAsync(string mark, CancellationToken cancellationToken)
    {
        try
        {
            if (open.ReceiptOf(mark) is { } receipt && !await TryWriteAsync(receipt, cancellationToken))
                return false;
            OpenReceipts.Remove(mark);
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            LogTrouble(trouble.Message); // another fetcher has it, or the disk is full: the others may still be finished
            return false;
        }
    }

    /// <summary>False: something in it is still on its way.</summary>
    private async Task<bool> TryWriteAsync(string receipt, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(receipt);
        var path = Path.Combine(Path.GetDirectoryName(receipt)!, $".{name}");
        using (var written = new InboxReceipt(path, name[..^InboxFolder.ReceiptEnding.Length]))
        {
            foreach (var items in Items(receipt).Chunk(AtOnce))
            {
                var ends = await ledger.FatesAsync([.. items.Select(item => item.DocumentId).OfType<Guid>()], cancellationToken);
                if (ends.Values.Any(end => end.Fate is null))
                {
                    File.Delete(path);
                    return false;
                }

                foreach (var item in items)
                    written.Add(item.With(item.DocumentId is { } id ? ends.GetValueOrDefault(id) : null));
            }

            written.Finish(time.GetUtcNow());
        }

        File.Move(path, receipt, overwrite: true);
        return true;
    }

    private static IEnumerable<ReceiptItem> Items(string receipt) =>
        File.ReadLines(receipt).Select(line => line.Trim().TrimEnd(',')).Where(line => line is ['{', .., '}']).Select(ReceiptItem.Parse).OfType<ReceiptItem>();

    private static bool IsInFlight(Dictionary<Guid, DocumentFate> fates, Guid document) => fates.TryGetValue(document, out var fate) && fate.Fate is null;

    [LoggerMessage(LogLevel.Warning, "A receipt of the inbox is not finished yet: {Problem}")]
    private partial void LogTrouble(string problem);
}
