using System.CommandLine;
using Dateline.Fetcher.Sources;
using Dateline.Host.Client;
using Spectre.Console;

namespace Dateline.Host.Commands;

/// <summary><c>dateline sources add|list|import|export</c>: what is asked again and again.</summary>
internal static class SourcesCommand
{
    public static Command Create() => new("sources", "Adds and lists sources, and exchanges them with other readers")
    {
        Add(),
        List(),
        Import(),
        Export(),
    };

    private static Command Add()
    {
        var urls = new Argument<string[]>("url") { Description = "A feed, a site, a sitemap, or the address of a subscription list", Arity = ArgumentArity.OneOrMore };
        var title = new Option<string?>("--title") { Description = "Default: the feed's own" };
        var pages = new Option<string?>("--pages") { Description = $"Whether pages behind entries are fetched: {string.Join(", ", PageFetching.All)}" };
        var tags = new Option<string[]>("--tag") { Description = "May be given several times" };
        return WithServer(new Command("add", "Adds sources; finds the feed of a site") { urls, title, pages, tags }, async (parsed, api, token) =>
        {
            var failed = false;
            foreach (var url in parsed.GetValue(urls)!)
                failed |= !await AddAsync(api, new NewSource(url, parsed.GetValue(title), parsed.GetValue(pages), Tags: parsed.GetValue(tags)), token);
            return failed ? Failure.SomeFailed : 0;
        });
    }

    private static async Task<bool> AddAsync(ApiClient api, NewSource source, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.PostAsync<System.Text.Json.JsonElement>("/v1/sources", source, cancellationToken);
            return answer.TryGetProperty("items", out var items)
                ? SourceTable.Write([.. items.EnumerateArray().Select(SourceTable.Receipt)])
                : SourceTable.Write(SourceTable.View(answer));
        }
        catch (ApiException exception)
        {
            AnsiConsole.WriteLine($"{source.Url}: {exception.Message}");
            return false;
        }
    }

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Print the API's answer as it is" };
        return WithServer(new Command("list", "Lists the sources with how they do and when they are asked next") { json }, async (parsed, api, token) =>
        {
            var answer = await api.GetAsync<System.Text.Json.JsonElement>("/v1/sources", token);
            if (parsed.GetValue(json))
                Console.WriteLine(answer.GetRawText());
            else
                SourceTable.WriteAll([.. answer.GetProperty("items").EnumerateArray().Select(SourceTable.View)]);
            return 0;
        });
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "A subscription list (OPML), as other readers export it" };
        return WithServer(new Command("import", "Adds the feeds of a subscription list, with a receipt per line") { file }, async (parsed, api, token) =>
        {
            var receipts = await api.ImportAsync(await File.ReadAllBytesAsync(parsed.GetValue(file)!.FullName, token), token);
            return SourceTable.Write(receipts.Items) ? 0 : Failure.SomeFailed;
        });
    }

    private static Command Export()
    {
        var file = new Argument<FileInfo?>("file") { Description = "Default: standard output", Arity = ArgumentArity.ZeroOrOne };
        return WithServer(new Command("export", "Writes the sources and their settings as OPML") { file }, async (parsed, api, token) =>
        {
            var opml = await api.GetTextAsync("/v1/sources/opml", token);
            if (parsed.GetValue(file) is { } target)
                await File.WriteAllTextAsync(target.FullName, opml, token);
            else
                Console.Write(opml);
            return 0;
        });
    }

    private static Command WithServer(Command command, Func<ParseResult, ApiClient, CancellationToken, Task<int>> run)
    {
        var (server, key, data) = (ServerOptions.Server(), ServerOptions.Key(), ServerOptions.Data());
        command.Add(server);
        command.Add(key);
        command.Add(data);
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(async () =>
        {
            await using var session = await ApiSession.OpenAsync(parsed.GetValue(server), parsed.GetValue(key), ServerOptions.Settings(parsed.GetValue(data)), cancellationToken);
            return await run(parsed, session.Api, cancellationToken);
        }));
        return command;
    }
}
