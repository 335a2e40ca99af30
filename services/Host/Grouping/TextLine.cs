using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Dateline.Host.Grouping;

/// <summary>A text to be grouped.</summary>
/// <param name="Number">Of its line, from 1.</param>
internal sealed record TextLine(int Number, string Id, string? Title, string Text, DateTimeOffset? PublishedAt)
{
    /// <summary>Read as they are needed. A line that makes no sense is reported and left out.</summary>
    public static async IAsyncEnumerable<TextLine> ReadAllAsync(
        Stream stream, Action<string> report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false));
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (text, problem) = Read(number, line);
            if (text is not null)
                yield return text;
            else
                report($"line {number.ToString(CultureInfo.InvariantCulture)}: {problem}");
        }
    }

    private static (TextLine? Line, string? Problem) Read(int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return (null, "This is no JSON object. Give {\"id\",\"title\"?,\"text\",\"publishedAt\"?}.");
            if (Value(root, "id") is not { } id)
                return (null, "The object has no \"id\"; it takes a string or a number.");
            if (Value(root, "text") is not { } text)
                return (null, "The object has no \"text\"; it takes a string.");
            if (Value(root, "publishedAt") is not { } date)
                return (new TextLine(number, id, Value(root, "title"), text, null), null);
            return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? (new TextLine(number, id, Value(root, "title"), text, at), null)
                : (null, $"\"publishedAt\" is \"{date}\", which is no date; give ISO 8601, as 2023-03-30T08:00:00Z.");
        }
        catch (JsonException exception)
        {
            return (null, $"The JSON is broken: {exception.Message}");
        }
        catch (InvalidOperationException exception)
        {
            return (null, $"The JSON holds broken text: {exception.Message}"); // half a surrogate pair as an escape
        }
    }

    private static string? Value(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        } : null;
}
