using Dateline.Fetcher.Files;
using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Inbox;

/// <summary>
/// Accepts what is dropped into the inbox. A file moves to <c>done</c> only after the commit; found again after a crash in
/// between, its items are recognised by name and bytes and not accepted twice.
/// </summary>
public sealed partial class InboxWatcher(
    FileSplitter splitter, FileIntake intake, Admission admission, DatabaseOptions data, IOptions<InboxOptions> options, TimeProvider time, ILogger<InboxWatcher> logger)
    : BackgroundService
{
    /// <summary>Small files share a commit. Larger ones are taken one at a time, so that memory stays what these may hold together.</summary>
    private const int FilesAtOnce = 64;
    private const int SmallBytes = 512 << 10;

    /// <summary>Items of a file that share a commit.</summary>
    private const int ItemsAtOnce = 128;
    private const int BytesAtOnce = 8 << 20;

    private readonly InboxFolder folder = InboxFolder.Of(options.Value, data);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var taken = 0;
            try
            {
                taken = await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || DatabaseOutage.IsBehind(exception))
            {
                LogTrouble(exception.Message);
            }

            if (taken == 0)
                await Task.Delay(options.Value.LookEvery, time, stoppingToken);
        }
    }

    /// <summary>Takes all files that are ready; answers how many.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        folder.Create();
        var taken = 0;
        var small = new List<FileInfo>(FilesAtOnce);
        foreach (var file in folder.Ready(Ago(options.Value.SettleFor), Ago(options.Value.FieldsWaitFor)))
        {
            if (SizeOf(file) > SmallBytes)
                taken += await TakeAsync(file, cancellationToken) ? 1 : 0;
            else
                small.Add(file);
            if (small.Count == FilesAtOnce)
                await TakeSmallAsync();
        }

        await TakeSmallAsync();
        return taken;

        async Task TakeSmallAsync()
        {
            taken += (await Task.WhenAll(small.Select(file => TakeAsync(file, cancellationToken)))).Count(done => done);
            small.Clear();
        }
    }

    private async Task<bool> TakeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            if (Refusal(file) is { } reason)
                return Refuse(file, reason);
            return InboxFolder.TryReadFields(file, out var fields, out var problem) ? await AcceptAsync(file, fields, cancellationToken) : Refuse(file, problem);
        }
        catch (FileNotFoundException)
        {
            return false; // another fetcher on the same folder was faster
        }
        catch (UnauthorizedAccessException denied)
        {
            LogTrouble(denied.Message); // the other files have nothing to do with it
            return false;
        }
    }

    private bool Refuse(FileInfo file, string reason)
    {
        folder.Refuse(file, reason);
        LogRefused(reason);
        return true;
    }

    private string? Refusal(FileInfo file) => InboxFolder.Refusal(file)
        ?? (file.Length > options.Value.MaxFileBytes ? $"The file has {file.Length} bytes; the limit is {options.Value.MaxFileBytes} (Fetcher:Inbox:MaxFileBytes). Split it, or raise the limit." : null);

    private async Task<bool> AcceptAsync(FileInfo file, FieldMap fields, CancellationToken cancellationToken)
    {
        using var held = InboxFile.TryHold(file);
        if (held is null)
            return false;

        var path = folder.Unfinished(file);
        using var receipt = new InboxReceipt(path, file.Name);
        foreach (var items in Batches(splitter.Split(held.Stream, file.Name, fields)))
        {
            // A single document is accepted whole or not at all: one that was written to while it was read is not.
            if (!held.IsUntouched)
            {
                File.Delete(path);
                return false;
            }

            receipt.Add(await AcceptAsync(items, cancellationToken));
        }

        receipt.Finish();
        receipt.Dispose(); // whoever sees it in done may read it
        folder.Move(file, path, done: receipt.AnyTaken, receipt.LastDocument);
        if (!receipt.AnyTaken)
            LogRefused($"Nothing in it could be accepted; the receipt of {file.Name} says why.");
        return true;
    }

    private async Task<IReadOnlyList<Uploads.UploadReceipt>> AcceptAsync(IReadOnlyList<FileItem> items, CancellationToken cancellationToken)
    {
        while (true)
        {
            await admission.WaitUntilOpenAsync(cancellationToken);
            try
            {
                return await intake.AcceptAsync([.. items.Select(item => (item, (string?)FileIntake.KeyOf(item)))], null, cancellationToken);
            }
            catch (LineFullException)
            {
                // Somebody else took the room a moment ago.
            }
        }
    }

    private static IEnumerable<IReadOnlyList<FileItem>> Batches(IEnumerable<FileItem> items)
    {
        var batch = new List<FileItem>();
        var bytes = 0;
        foreach (var item in items)
        {
            batch.Add(item);
            bytes += item.Bytes.Length;
            if (batch.Count < ItemsAtOnce && bytes < BytesAtOnce)
                continue;
            yield return batch;
            batch = [];
            bytes = 0;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private DateTime Ago(TimeSpan span) => (time.GetUtcNow() - span).UtcDateTime;

    /// <summary>Of a link its own; nothing is opened.</summary>
    private static long SizeOf(FileInfo file) => file.LinkTarget is null && file.Exists ? file.Length : 0;

    [LoggerMessage(LogLevel.Warning, "The inbox waits: {Problem}")]
    private partial void LogTrouble(string problem);

    [LoggerMessage(LogLevel.Warning, "A file of the inbox was moved to failed. {Reason}")]
    private partial void LogRefused(string reason);
}
