using System.Globalization;
using System.Text.Json;
using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Inbox;

/// <summary>
/// Accepts what is dropped into the inbox. A file moves to <c>done</c> only after the commit; found again after a crash in
/// between it is recognised and moved, not accepted twice.
/// </summary>
public sealed partial class InboxWatcher(
    Intake intake, Admission admission, DatabaseOptions data, IOptions<InboxOptions> options, TimeProvider time, ILogger<InboxWatcher> logger)
    : BackgroundService
{
    private readonly InboxFolder folder = new(options.Value.Folder ?? Path.Combine(data.DataFolder, "inbox"));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await admission.WaitUntilOpenAsync(stoppingToken);
            var taken = 0;
            try
            {
                taken = await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or LineFullException || DatabaseOutage.IsBehind(exception))
            {
                LogTrouble(exception.Message);
            }

            if (taken == 0)
                await Task.Delay(options.Value.LookEvery, time, stoppingToken);
        }
    }

    /// <summary>Takes one batch of files that are ready; answers how many.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        folder.Create();
        var ready = folder.Ready((time.GetUtcNow() - options.Value.SettleFor).UtcDateTime);
        await Task.WhenAll(ready.Select(file => TakeAsync(file, cancellationToken)));
        return ready.Count;
    }

    private async Task TakeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Length > options.Value.MaxFileBytes)
        {
            var reason = $"The file has {file.Length} bytes; the limit is {options.Value.MaxFileBytes} (Fetcher:Inbox:MaxFileBytes).";
            folder.MoveToFailed(file, JsonSerializer.Serialize(new { file = file.Name, status = "refused", problem = reason }));
            LogRefused(reason);
            return;
        }

        var receipt = await intake.AcceptAsync(new IncomingDocument
        {
            Bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken),
            FileName = file.Name,
            OnceKey = string.Create(CultureInfo.InvariantCulture, $"inbox:{file.Name}:{file.LastWriteTimeUtc.Ticks}"),
        }, cancellationToken);
        folder.MoveToDone(file, JsonSerializer.Serialize(new
        {
            file = file.Name,
            status = "accepted",
            documentId = receipt.DocumentId,
            traceId = receipt.TraceId,
            location = $"/v1/documents/{receipt.DocumentId}",
        }));
    }

    [LoggerMessage(LogLevel.Warning, "The inbox waits: {Problem}")]
    private partial void LogTrouble(string problem);

    [LoggerMessage(LogLevel.Warning, "A file of the inbox was moved to failed. {Reason}")]
    private partial void LogRefused(string reason);
}
