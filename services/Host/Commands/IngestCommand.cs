using System.CommandLine;
using Dateline.Fetcher.Files;
using Dateline.Host.Client;
using Dateline.Host.Ingesting;
using Spectre.Console;

namespace Dateline.Host.Commands;

/// <summary><c>dateline ingest PATH|URL…</c>: takes files, folders and addresses in, waits, and says what became of each.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var items = new Argument<string[]>("path|url") { Description = "Files, folders (with all below them), http(s) addresses of pages or feeds", Arity = ArgumentArity.OneOrMore };
        var fields = new Option<string?>("--fields") { Description = "What columns of tables and members of JSON mean, as in Inhalt=text,head.title=title; items is the list that holds the documents" };
        var server = ServerOptions.Server();
        var key = ServerOptions.Key();
        var data = ServerOptions.Data();
        var command = new Command("ingest", "Ingests files, folders and addresses, and prints the fate of every item") { items, fields, server, key, data };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => IngestAsync(
            parsed.GetValue(items)!, FieldMap.Parse(parsed.GetValue(fields)), parsed.GetValue(server), parsed.GetValue(key), ServerOptions.Settings(parsed.GetValue(data)), cancellationToken)));
        return command;
    }

    private static async Task<int> IngestAsync(string[] items, FieldMap fields, string? server, string? key, Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var found = IngestItem.Find(items).ToList();
        await using var session = await ApiSession.OpenAsync(server, key, settings, cancellationToken);
        var outcomes = await IngestProgress.RunAsync(found, new Ingestion(session.Api, fields).RunAsync, cancellationToken);
        AnsiConsole.Write(OutcomeTable.Of(outcomes));
        AnsiConsole.WriteLine(OutcomeTable.Summary(outcomes));
        return outcomes.Any(outcome => outcome.Failed) ? Failure.SomeFailed : 0;
    }
}
