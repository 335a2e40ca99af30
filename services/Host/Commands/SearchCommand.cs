using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Host.Client;
using Spectre.Console;

namespace Dateline.Host.Commands;

/// <summary><c>dateline search QUERY</c>: finds stored articles with the query language of the API.</summary>
internal static partial class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string[]>("query") { Description = "Words, \"phrases\", OR, -, title:, lang:, published:2023-03-01..2023-03-31 …", Arity = ArgumentArity.OneOrMore };
        var limit = new Option<int>("--limit") { Description = "How many articles", DefaultValueFactory = _ => 10 };
        var collapse = new Option<string>("--collapse") { Description = "none, copies (one of those with the same text) or story (one of those on one event)", DefaultValueFactory = _ => "none" };
        var json = new Option<bool>("--json") { Description = "Print the API's answer as it is" };
        var server = ServerOptions.Server();
        var key = ServerOptions.Key();
        var data = ServerOptions.Data();
        var command = new Command("search", "Searches stored articles, newest first") { query, limit, collapse, json, server, key, data };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(async () =>
        {
            await using var session = await ApiSession.OpenAsync(parsed.GetValue(server), parsed.GetValue(key), ServerOptions.Settings(parsed.GetValue(data)), cancellationToken);
            var q = Uri.EscapeDataString(string.Join(' ', parsed.GetValue(query)!));
            var answer = await session.Api.GetAsync<JsonElement>($"/v1/articles?q={q}&limit={parsed.GetValue(limit)}&collapse={Uri.EscapeDataString(parsed.GetValue(collapse)!)}", cancellationToken);
            if (parsed.GetValue(json))
                Console.WriteLine(answer.GetRawText());
            else
                Write(answer, parsed.GetValue(collapse)!);
            return 0;
        }));
        return command;
    }

    private static void Write(JsonElement answer, string collapse)
    {
        var articles = answer.GetProperty("items").EnumerateArray().ToList();
        foreach (var article in articles)
        {
            var when = article.GetProperty("publishedAt") is { ValueKind: JsonValueKind.String } published
                ? published.GetDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : "undated";
            AnsiConsole.MarkupLineInterpolated($"[bold]{Text(article, "title") ?? "(no title)"}[/]");
            AnsiConsole.MarkupLineInterpolated($"  [grey]{when} · {Text(article, "language")} · {Text(article, "siteName") ?? Text(article, "sourceTitle") ?? Text(article, "url") ?? "file"}[/]");
            if ((Text(article, "snippet") ?? Text(article, "summary")) is { } snippet)
                AnsiConsole.WriteLine($"  {Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(snippet, "")), " ")}");
            AnsiConsole.MarkupLineInterpolated($"  [grey]{Text(article, "id")}{StandsFor(article, collapse)}[/]");
        }

        AnsiConsole.WriteLine(articles.Count == 0 ? "No article matches." : Text(answer, "next") is null ? $"{articles.Count} articles" : $"the first {articles.Count} of {Total(answer.GetProperty("total"))} articles; --limit shows more");
    }

    /// <summary>What was left out for this one, as in " · and 3 copies".</summary>
    private static string StandsFor(JsonElement article, string collapse)
    {
        if (!article.TryGetProperty("collapsed", out var collapsed) || collapsed.ValueKind != JsonValueKind.Number || collapsed.GetInt32() is 0)
            return "";
        var number = collapsed.GetInt32();
        var noun = collapse.Equals("story", StringComparison.OrdinalIgnoreCase) ? "more of its story" : number == 1 ? "copy" : "copies";
        return string.Create(CultureInfo.InvariantCulture, $" · and {number:N0} {noun}");
    }

    private static string Total(JsonElement total) => string.Create(
        CultureInfo.InvariantCulture, $"{Text(total, "kind") switch { "estimated" => "about ", "at-least" => "at least ", _ => "" }}{total.GetProperty("value").GetInt64():N0}");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
