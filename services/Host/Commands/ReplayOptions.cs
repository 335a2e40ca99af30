using System.CommandLine;
using Dateline.Fetcher.Ledger;
using Dateline.Parser;
using ParseResult = System.CommandLine.ParseResult;

namespace Dateline.Host.Commands;

/// <summary>The options that say which documents to replay.</summary>
internal sealed class ReplayOptions
{
    private readonly Option<Guid[]> ids = new("--id") { Description = "A document; may be given again" };
    private readonly Option<Guid?> source = new("--source") { Description = "Documents of a source" };
    private readonly Option<string?> fate = new("--fate") { Description = "stored, revised, unchanged, duplicate, rejected or quarantined" };
    private readonly Option<string?> reason = new("--reason") { Description = "Why it was rejected, such as listing" };
    private readonly Option<string?> version = new("--parser-version") { Description = "Last parsed with exactly this version" };
    private readonly Option<string?> otherVersion = new("--parser-version-not") { Description = "Last parsed with any other version, or never" };
    private readonly Option<bool> outdated = new("--outdated") { Description = $"Last parsed with another version than this one ({DocumentParser.Version})" };
    private readonly Option<DateTimeOffset?> from = new("--from") { Description = "Accepted at or after this time" };
    private readonly Option<DateTimeOffset?> to = new("--to") { Description = "Accepted before this time" };
    private readonly Option<int?> limit = new("--limit") { Description = "At most so many documents, the oldest first" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { ids, source, fate, reason, version, otherVersion, outdated, from, to, limit })
            command.Add(option);
    }

    /// <exception cref="UserException">Nothing narrows the selection down.</exception>
    public ReplaySelection Read(ParseResult parsed)
    {
        var selection = new ReplaySelection
        {
            Ids = parsed.GetValue(ids) is { Length: > 0 } given ? given : null,
            SourceId = parsed.GetValue(source),
            Fate = parsed.GetValue(fate),
            Reason = parsed.GetValue(reason),
            ParserVersion = parsed.GetValue(version),
            ParserVersionNot = parsed.GetValue(otherVersion) ?? (parsed.GetValue(outdated) ? DocumentParser.Version : null),
            From = parsed.GetValue(from),
            To = parsed.GetValue(to),
        };
        if (selection.IsEmpty)
            throw new UserException("Nothing is selected. Say which documents: --outdated, --source, --fate, --reason, --parser-version, --from, --to or --id.");
        return parsed.GetValue(limit) is { } most ? selection with { Limit = most } : selection;
    }
}
