using System.Text;
using System.Text.Json;

namespace Dateline.Host.Inspecting;

/// <summary>One thing to inspect: a file with what its transport said, or a text without a file.</summary>
internal sealed record InspectInput
{
    public string? Path { get; init; }

    public string? Url { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Of a text; the answer repeats it.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Why the line of input makes no sense.</summary>
    public string? Problem { get; init; }

    public static InspectInput FromPath(string path) => new() { Path = path };

    /// <summary>One input a line, read as they are needed.</summary>
    public static IEnumerable<InspectInput> FromLines(Stream stream)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false));
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } content)
                yield return content[0] == '{' ? FromJson(content) : FromPath(content);
        }
    }

    private static InspectInput FromJson(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var input = new InspectInput
            {
                Path = Value(root, "path"),
                Url = Value(root, "url"),
                ContentType = Value(root, "contentType"),
                Id = Value(root, "id"),
                Title = Value(root, "title"),
                Text = Value(root, "text"),
                PublishedAt = DateTimeOffset.TryParse(Value(root, "publishedAt"), System.Globalization.CultureInfo.InvariantCulture,
                    System.Globalization.DateTimeStyles.AssumeUniversal, out var at) ? at : null,
            };
            return input.Path is null && input.Text is null ? input with { Path = line, Problem = "The object has neither \"path\" nor \"text\"." } : input;
        }
        catch (JsonException exception)
        {
            return new InspectInput { Path = line, Problem = $"The line is no JSON object: {exception.Message}" };
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
