using System.CommandLine;
using Spectre.Console;

namespace Dateline.Host.Commands;

/// <summary>The command line's table of contents.</summary>
internal static class DatelineCommand
{
    /// <summary>Of what goes to a file or another program: no line is ever broken.</summary>
    private const int Unbroken = 1 << 20;

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Dateline turns feeds and files into a searchable, enriched archive of articles. Without a command it serves everything in one process and ingests the bundled samples.")
        {
            ServeCommand.Create(),
            IngestCommand.Create(),
            InspectCommand.Create(),
            GroupCommand.Create(),
            SearchCommand.Create(),
            WhyCommand.Create(),
            ReplayCommand.Create(),
            SourcesCommand.Create(),
            KeysCommand.Create(),
            HealthCommand.Create(),
        };
        TryItCommand.Configure(root);
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = Unbroken;
        return root.Parse(args).InvokeAsync();
    }
}
