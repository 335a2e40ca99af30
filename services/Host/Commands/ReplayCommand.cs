using System.CommandLine;
using Dateline.Fetcher.Ledger;
using Dateline.Host.Client;
using Dateline.Host.Replaying;
using Dateline.Parser;
using Spectre.Console;

namespace Dateline.Host.Commands;

/// <summary><c>dateline replay</c>: parses what is stored again, after showing what that would change.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var selection = new ReplayOptions();
        var preview = new Option<bool>("--preview") { Description = "Parse a sample with this version, show what would change, and ask before anything is stored" };
        var commit = new Option<bool>("--commit") { Description = "After --preview: replay without asking" };
        var sample = new Option<int>("--sample") { Description = "How many documents --preview parses, 1 to 200, from the oldest to the newest", DefaultValueFactory = _ => 50 };
        var json = new Option<bool>("--json") { Description = "Print each difference of --preview as a JSON object" };
        var server = ServerOptions.Server();
        var key = ServerOptions.Key();
        var data = ServerOptions.Data();
        var command = new Command("replay", "Sends stored documents down the line again, from their raw bytes") { preview, commit, sample, json, server, key, data };
        selection.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(async () =>
        {
            var chosen = selection.Read(parsed);
            await using var session = await ApiSession.OpenAsync(parsed.GetValue(server), parsed.GetValue(key), ServerOptions.Settings(parsed.GetValue(data)), cancellationToken);
            var agreed = !parsed.GetValue(preview)
                || (await PreviewAsync(session, chosen, parsed.GetValue(sample), parsed.GetValue(json), cancellationToken) && (parsed.GetValue(commit) || Asked()));
            return agreed ? await ReplayAsync(session, chosen, cancellationToken) : 0;
        }));
        return command;
    }

    /// <summary>False when there is nothing to replay.</summary>
    private static async Task<bool> PreviewAsync(ApiSession session, ReplaySelection selection, int sample, bool json, CancellationToken cancellationToken)
    {
        var preview = await session.Api.PostAsync<ReplayPreview>($"/v1/replays/preview?sample={sample}", selection, cancellationToken);
        var reparsing = new Reparsing(session.Api, Options(session.Configuration));
        var changes = new List<ArticleChange>();
        foreach (var document in preview.Sample)
            changes.Add(await reparsing.CompareAsync(document, cancellationToken));

        if (json)
        {
            ChangeTable.WriteJson(changes);
            return preview.Selected > 0;
        }

        ChangeTable.Write(changes);
        ChangeTable.WriteSummary(changes, preview.Selected);
        return preview.Selected > 0;
    }

    /// <summary>Those that the service parses with, or the preview would promise what the replay does not do.</summary>
    private static ParserOptions Options(IConfiguration configuration)
    {
        var options = configuration.GetSection(ParserOptions.Section).Get<ParserOptions>() ?? new ParserOptions();
        return options.Validate() is { } invalid ? throw new UserException(invalid) : options;
    }

    private static bool Asked()
    {
        if (!Console.IsInputRedirected && AnsiConsole.Profile.Capabilities.Interactive)
            return AnsiConsole.Confirm("Replay them all?", defaultValue: false);
        Console.Error.WriteLine("Nothing was stored. Give --commit as well to replay what is selected.");
        return false;
    }

    private static async Task<int> ReplayAsync(ApiSession session, ReplaySelection selection, CancellationToken cancellationToken)
    {
        var replayed = (await session.Api.PostAsync<ReplayAnswer>("/v1/replays", selection, cancellationToken)).Replayed;
        await Console.Error.WriteLineAsync($"{replayed} documents are on their way again.");
        while (session.IsOwn && (await session.Api.GetAsync<PipelineView>("/v1/pipeline", cancellationToken)).InFlight > 0)
            await Task.Delay(200, cancellationToken);
        return 0;
    }
}
