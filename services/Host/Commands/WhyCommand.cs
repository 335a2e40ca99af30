using System.CommandLine;
using System.Globalization;
using Dateline.Contracts;
using Dateline.Fetcher.Ledger;
using Dateline.Host.Client;
using Dateline.Parser;
using Spectre.Console;

namespace Dateline.Host.Commands;

/// <summary><c>dateline why URL|ID</c>: where did my article go, and why?</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("url|id") { Description = "An address, or the id of a document" };
        var server = ServerOptions.Server();
        var key = ServerOptions.Key();
        var data = ServerOptions.Data();
        var command = new Command("why", "Says what became of an address or a document, hop by hop") { url, server, key, data };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => ExplainAsync(
            parsed.GetValue(url)!, parsed.GetValue(server), parsed.GetValue(key), ServerOptions.Settings(parsed.GetValue(data)), cancellationToken)));
        return command;
    }

    private static async Task<int> ExplainAsync(string what, string? server, string? key, Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var session = await ApiSession.OpenAsync(server, key, settings, cancellationToken);
        if (Guid.TryParse(what, out var id))
        {
            Write(await session.Api.GetAsync<DocumentView>($"/v1/documents/{id}", cancellationToken));
            return 0;
        }

        var answer = await session.Api.GetAsync<WhyView>($"/v1/why?url={Uri.EscapeDataString(what)}", cancellationToken);
        AnsiConsole.WriteLine(answer.Explanation);
        foreach (var document in answer.Documents)
            Write(document);
        return answer.Known ? 0 : Failure.SomeFailed;
    }

    private static void Write(DocumentView document)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine($"document {document.Id}   {document.Fate}{(document.Reason is null ? "" : $" ({document.Reason})")}");
        if (document.Detail is not null)
            AnsiConsole.WriteLine($"  {document.Detail}");
        AnsiConsole.WriteLine($"  trace {document.TraceId}{(document.ArticleId is { } article ? $"   article {article} revision {document.Revision}" : "")}");
        if (document.ParserVersion is not null)
            AnsiConsole.WriteLine($"  parsed with {document.ParserVersion}{(document.ParserVersion == DocumentParser.Version ? "" : $" (now {DocumentParser.Version})")}{(document.EnricherVersion is null ? "" : $", enriched with {document.EnricherVersion}")}");

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Stage", "At (UTC)", "Took", "Worker", "Version", "Note");
        foreach (var hop in document.Hops)
            table.AddRow(
                new Text(WireEnumConverter<Stage>.Name(hop.Stage)),
                new Text(hop.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{hop.DurationMs:0.0} ms")),
                new Text(hop.Worker),
                new Text(hop.Version),
                new Text(hop.Note ?? ""));
        AnsiConsole.Write(table);
    }
}
