using System.CommandLine;
using Dateline.Host.Serving;

namespace Dateline.Host.Commands;

/// <summary><c>dateline serve [ROLE…]</c>: plays some or all parts of the line until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var roles = new Argument<string[]>("role")
        {
            Description = "fetcher, parser, enricher, storage, dashboard; none: all of them in one process",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var data = ServerOptions.Data();
        var urls = ServerOptions.Urls();
        var command = new Command("serve", "Serves one, some or all parts of the line") { roles, data, urls };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => ServeAsync(
            Roles.Parse(parsed.GetValue(roles) ?? []),
            ServerOptions.Settings(parsed.GetValue(data), parsed.GetValue(urls)),
            cancellationToken)));
        return command;
    }

    private static async Task<int> ServeAsync(Roles roles, Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var server = await LineServer.StartAsync(roles, settings, cancellationToken);
        Console.WriteLine($"Dateline ({(roles.IsAll ? "all roles" : roles)}) serves at {server.Address}");
        await server.WaitForShutdownAsync(cancellationToken);
        return Environment.ExitCode;
    }
}
