using System.CommandLine;
using Dateline.Host.Client;
using Dateline.Host.Ingesting;
using Dateline.Host.Samples;
using Dateline.Host.Serving;
using Spectre.Console;

namespace Dateline.Host.Commands;

/// <summary>
/// <c>dateline</c> without a command: the whole line in one process, with the bundled samples, so that there is something to look
/// at a minute after the clone.
/// </summary>
internal static class TryItCommand
{
    public static void Configure(RootCommand root)
    {
        var data = ServerOptions.Data();
        var urls = ServerOptions.Urls();
        root.Options.Add(data);
        root.Options.Add(urls);
        root.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => RunAsync(
            ServerOptions.Settings(parsed.GetValue(data), parsed.GetValue(urls)), cancellationToken)));
    }

    private static async Task<int> RunAsync(Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var web = await SampleWeb.StartAsync(cancellationToken);
        foreach (var (name, value) in web.Settings)
            settings[name] = value;
        settings["Logging:LogLevel:Default"] = "Warning"; // log lines would tear the progress bar

        await using var server = await LineServer.StartAsync(Roles.All, settings, cancellationToken);
        using var http = new HttpClient { BaseAddress = server.Address };
        using var api = new ApiClient(http);
        var outcomes = await IngestProgress.RunAsync(SampleRun.Items, new SampleRun(api).RunAsync, cancellationToken);
        AnsiConsole.Write(OutcomeTable.Of(outcomes));
        AnsiConsole.WriteLine(OutcomeTable.Summary(outcomes));
        Invite(server.Address);

        await server.WaitForShutdownAsync(cancellationToken);
        return Environment.ExitCode;
    }

    private static void Invite(Uri address)
    {
        var root = address.ToString().TrimEnd('/');
        Console.WriteLine($"""

            Dashboard      {root}/
            API            {root}/v1/articles   (reference: {root}/reference)

            Two queries to try:
              curl '{root}/v1/articles?q=harbour'
              curl '{root}/v1/articles?q=lang:de&limit=5'

            Drop files into the inbox folder under the data folder. Ctrl-C stops.
            """);
    }
}
