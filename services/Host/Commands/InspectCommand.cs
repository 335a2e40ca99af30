using System.CommandLine;
using Dateline.Host.Inspecting;

namespace Dateline.Host.Commands;

/// <summary>
/// <c>dateline inspect FILE…</c>: what feed reader, parser and enricher make of local files. It stores nothing, needs no
/// configuration and opens no connection. Its output is a frozen contract.
/// </summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Files; none or '-': one a line on standard input, as a path or a JSON object", Arity = ArgumentArity.ZeroOrMore };
        var noEnrich = new Option<bool>("--no-enrich") { Description = "Skip enrichment" };
        var command = new Command("inspect", "Prints what would become of files, one JSON object a line, without storing anything") { files, noEnrich };
        command.SetAction((parsed, cancellationToken) => InspectAsync(parsed.GetValue(files) ?? [], !parsed.GetValue(noEnrich), cancellationToken));
        return command;
    }

    private static async Task<int> InspectAsync(string[] files, bool enrich, CancellationToken cancellationToken)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 << 10);
        var inputs = files is [] or ["-"] ? InspectInput.FromLines(Console.OpenStandardInput()) : files.Select(InspectInput.FromPath);
        var unread = await new Inspection(enrich).RunAsync(inputs, output, cancellationToken);
        return unread ? Failure.SomeFailed : 0;
    }
}
