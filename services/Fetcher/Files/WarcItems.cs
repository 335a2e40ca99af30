using System.Globalization;
using System.Text;
using Dateline.Contracts;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Files;

/// <summary>Takes the pages out of a web archive (WARC, ISO 28500): what servers answered, with its address and when.</summary>
internal static class WarcItems
{
    private const int MaxHeaderLine = 64 << 10;
    private const int MaxHeaders = 1_000;

    /// <summary>What can be an article. A crawl is mostly images, styles and scripts.</summary>
    private static readonly string[] Readable =
        ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf", "application/json", "application/ld+json", "message/rfc822",
         "text/xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/feed+json", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"];

    public static IEnumerable<FileItem> Read(FileSource source, string name, UnpackingBudget budget)
    {
        for (var number = 1; ReadHeaders(source) is { } headers; number++)
        {
            if (!headers.TryGetValue("content-length", out var text) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new InvalidDataException($"Record {number} does not say how long it is.");

            var block = source.Read(length, budget.Options.MaxItemBytes);
            var shown = string.Create(CultureInfo.InvariantCulture, $"{name}/{number}");
            var type = headers.GetValueOrDefault("warc-type");
            if (type is not ("response" or "resource" or "conversion"))
                continue; // about the crawl itself, or a page that it had before
            yield return block is null ? budget.TooLarge(shown)
                : type == "response" && headers.GetValueOrDefault("content-type")?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true ? Answer(block, headers, shown, budget)
                : Item(block, headers.GetValueOrDefault("content-type"), headers, shown);
        }
    }

    private static Dictionary<string, string>? ReadHeaders(FileSource source)
    {
        byte[]? first;
        while ((first = source.ReadLine(MaxHeaderLine, out _)) is { Length: 0 })
        {
            // Empty lines part the records.
        }

        if (first is null)
            return null;
        if (!first.AsSpan().StartsWith("WARC/"u8))
            throw new InvalidDataException("A record begins with something that is no record.");

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var count = 0; source.ReadLine(MaxHeaderLine, out _) is { Length: > 0 } line; count++)
        {
            if (count > MaxHeaders)
                throw new InvalidDataException("A record's header has no end.");
            if (Header(line) is { } header)
                headers.TryAdd(header.Key, header.Value);
        }

        return headers;
    }

    private static FileItem Answer(byte[] block, Dictionary<string, string> record, string shown, UnpackingBudget budget)
    {
        var source = new FileSource(new MemoryStream(block, writable: false));
        var status = Encoding.ASCII.GetString(source.ReadLine(MaxHeaderLine, out _) ?? []).Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var said = new List<KeyValuePair<string, string>>();
        while (source.ReadLine(MaxHeaderLine, out _) is { Length: > 0 } line && said.Count < MaxHeaders)
        {
            if (Header(line) is { } header)
                said.Add(header);
        }

        foreach (var (name, value) in said)
            headers.TryAdd(name, value);
        if (status.Length < 2 || status[1] is not ("200" or "203"))
            return new FileItem(shown) { Url = Address(record), PassedOver = true, Problem = $"The server answered {(status.Length > 1 ? status[1] : "with no status")}." };

        var body = source.ReadToEnd(block.Length)!;
        if (headers.GetValueOrDefault("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
            body = ChunkedBody.Join(body);
        try
        {
            var decoder = new ContentDecoder(new FetcherHttpOptions());
            return Item(decoder.Decode(body, headers.GetValueOrDefault("content-encoding"), budget.Options.MaxItemBytes), headers.GetValueOrDefault("content-type"), record, shown) with { Response = ResponseFacts.Of(said) };
        }
        catch (FetchException broken)
        {
            return FileItem.Refused(shown, broken.Message);
        }
    }

    private static FileItem Item(ReadOnlyMemory<byte> body, string? contentType, Dictionary<string, string> record, string shown)
    {
        var parts = (contentType ?? "").Split(';', 2);
        var media = parts[0].Trim().ToLowerInvariant();
        var item = new FileItem(shown)
        {
            MediaType = media.Length > 0 ? media : null,
            Charset = parts.Length > 1 && parts[1].Trim() is var parameter && parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) ? parameter[8..].Split(';')[0].Trim(' ', '"', '\'') : null,
            Url = Address(record),
            FetchedAt = DateTimeOffset.TryParse(record.GetValueOrDefault("warc-date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
        };
        return media.Length == 0 || Readable.Contains(media)
            ? item with { Bytes = body }
            : item with { PassedOver = true, Problem = $"It is {media}, which holds no article." };
    }

    private static string? Address(Dictionary<string, string> record) => record.GetValueOrDefault("warc-target-uri")?.Trim('<', '>', ' ');

    private static KeyValuePair<string, string>? Header(byte[] line)
    {
        var text = Encoding.UTF8.GetString(line);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? KeyValuePair.Create(text[..colon].Trim(), text[(colon + 1)..].Trim()) : null;
    }
}
