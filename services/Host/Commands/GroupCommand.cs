using System.CommandLine;
using Dateline.Host.Grouping;

namespace Dateline.Host.Commands;

/// <summary>
/// <c>dateline group FILE.jsonl</c>: which texts are copies of each other and which report one event, by what the archive would
/// make of them. It keeps nothing and opens no connection. Its output is a frozen contract.
/// </summary>
internal static class GroupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Texts in the order they arrived, one JSON object a line: {\"id\",\"title\"?,\"text\",\"publishedAt\"?}; '-' for standard input" };
        var command = new Command("group", "Prints which texts are copies of each other and which report one event, without storing anything") { file };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => GroupAsync(parsed.GetRequiredValue(file), cancellationToken)));
        return command;
    }

    private static async Task<int> GroupAsync(string file, CancellationToken cancellationToken)
    {
        await using var input = Open(file);
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 << 10);
        await using var archive = await ScratchArchive.CreateAsync(cancellationToken);
        var name = file == "-" ? "standard input" : file;
        var skipped = 0;
        var lines = TextLine.ReadAllAsync(input, problem =>
        {
            skipped++;
            Console.Error.WriteLine($"{name}, {problem}");
        }, cancellationToken);

        await new TextGrouping(archive).RunAsync(lines, output, cancellationToken);
        return skipped > 0 ? Failure.SomeFailed : 0;
    }

    private static Stream Open(string file)
    {
        if (file == "-")
            return Console.OpenStandardInput();
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserException($"The file cannot be read: {exception.Message}");
        }
    }
}
