using System.Text.Json;

namespace Dateline.Fetcher.Feeds;

/// <summary>Reads the members of a JSON object without trusting their types.</summary>
internal readonly struct JsonFields(JsonElement element)
{
    /// <summary>A string or a number; null when absent, empty or anything else.</summary>
    public string? Text(string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.String when Safe(value) is { } text && !string.IsNullOrWhiteSpace(text) => text.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    public long? Number(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is >= 0 and < 1e18
            ? (long)number
            : null;

    public string? Url(string name, Uri? origin)
    {
        if (Text(name) is not { } text)
            return null;

        if (FeedUrls.IsWeb(text))
            return text;

        return origin is not null && Uri.TryCreate(origin, text, out var resolved) && FeedUrls.IsWeb(resolved.AbsoluteUri) ? resolved.AbsoluteUri : null;
    }

    public IEnumerable<JsonFields> Items(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new JsonFields(item))
            : [];

    public IEnumerable<string> Texts(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(Safe).OfType<string>()
                .Select(text => text.Trim()).Where(text => text.Length > 0).Distinct()
            : [];

    /// <summary>Version 1.1's authors, else version 1.0's author.</summary>
    public IReadOnlyList<FeedPerson> People(Uri? origin)
    {
        var people = new List<FeedPerson>();
        foreach (var author in Items("authors"))
            FeedPeople.Add(people, author.Person(origin));
        if (people.Count == 0 && element.ValueKind == JsonValueKind.Object
            && (element.TryGetProperty("author", out var single) || element.TryGetProperty("authors", out single)))
            FeedPeople.Add(people, single.ValueKind == JsonValueKind.String ? FeedPeople.Parse(Safe(single)) : new JsonFields(single).Person(origin));
        return people;
    }

    private FeedPerson? Person(Uri? origin)
    {
        var url = Url("url", origin);
        var name = PlainText.Of(Text("name")) ?? url;
        return name is null ? null : new FeedPerson(name, Text("email"), url);
    }

    // A lone surrogate escape is not text; it makes GetString throw.
    private static string? Safe(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
