using Spectre.Console;

namespace Dateline.Host.Ingesting;

/// <summary>Shows how far an ingestion is: a bar for people, nothing that scrolls for logs.</summary>
internal static class IngestProgress
{
    public static Task<IReadOnlyList<IngestOutcome>> RunAsync(
        IReadOnlyList<IngestItem> items,
        Func<IReadOnlyList<IngestItem>, Action<double>, CancellationToken, Task<IReadOnlyList<IngestOutcome>>> run,
        CancellationToken cancellationToken) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask($"Ingesting {items.Count} items", maxValue: items.Count);
                var outcomes = await run(items, task.Increment, cancellationToken);
                task.Value = task.MaxValue;
                return outcomes;
            });
}
