using System.Text.RegularExpressions;
using Dateline.Contracts;
using Dateline.Parser.Charsets;
using Dateline.Parser.Formats;

namespace Dateline.Parser;

/// <summary>Turns the bytes of a document into an article, or says why they are none. Thread-safe and bound by the CPU alone.</summary>
public sealed class DocumentParser
{
    private readonly ParserOptions options;
    private readonly HtmlReader html;
    private readonly JsonReader json;
    private readonly MarkdownReader markdown;
    private readonly MailReader mail;
    private readonly PdfReader pdf;
    private readonly WordReader word;
    private readonly NewsReader news;

    /// <param name="options">The bounds.</param>
    /// <param name="time">By which the time for a page is measured; the system's by default.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public DocumentParser(ParserOptions options, TimeProvider? time = null)
    {
        if (options.Validate() is { } invalid)
            throw new ArgumentException(invalid, nameof(options));

        this.options = options;
        html = new HtmlReader(options, time ?? TimeProvider.System);
        json = new JsonReader(options, html);
        markdown = new MarkdownReader();
        mail = new MailReader(options, html);
        pdf = new PdfReader(options);
        word = new WordReader(options);
        news = new NewsReader(options, html);
    }

    /// <summary>Changes whenever the same bytes may become another article: replays select what is out of date by it.</summary>
    public static string Version => "1.5";

    public ParseResult Parse(ParseInput input, CancellationToken cancellationToken) => Patiently(() => Read(input, cancellationToken));

    /// <summary>
    /// An article of a text that somebody else extracted. Nothing is cut out of it: its <see cref="Article.Text"/> is the
    /// text as given, so that offsets into one are offsets into the other.
    /// </summary>
    public Article FromText(string text, string? title, DateTimeOffset? publishedAt) =>
        Patiently(() => ArticleAssembly.Verbatim(text, title, publishedAt));

    /// <summary>Patterns are bounded by the clock on the wall: a machine that stood still in the middle of a line gets a second try.</summary>
    private static T Patiently<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException)
        {
            return read();
        }
    }

    private ParseResult Read(ParseInput input, CancellationToken cancellationToken)
    {
        if (input.Bytes.IsEmpty)
            return new ParseResult.Rejected(RejectionReason.Empty, "The document has no bytes. Check that the file or the response was complete.");
        if (input.Bytes.Length > options.MaxBytes)
            return new ParseResult.Rejected(RejectionReason.TooLarge, $"The document has {input.Bytes.Length:N0} bytes and Parser:MaxBytes allows {options.MaxBytes:N0}. Split it, or raise the limit.");

        var format = FormatSniffer.Sniff(input.Bytes.Span, input.MediaType, input.FileName ?? input.Url);
        if (format.Kind is DocumentFormat.Unsupported or DocumentFormat.Feed)
            return Rejected(format.Kind, format.Seen);
        if (format.Kind is DocumentFormat.Mail or DocumentFormat.Pdf or DocumentFormat.Word)
            return Finish(Binary(format.Kind, input, cancellationToken), input);

        using var decoded = TextDecoder.Decode(input.Bytes.Span, input.Charset ?? MediaTypes.Charset(input.MediaType));
        decoded.Clean();
        if (decoded.Characters.IsWhiteSpace())
            return new ParseResult.Rejected(RejectionReason.Empty, "The document holds nothing but white space. Check that the file or the response was complete.");
        if (format.Kind != DocumentFormat.Html && decoded.Length > options.MaxTextLength)
            return new ParseResult.Rejected(RejectionReason.TooLarge, $"The document has {decoded.Length:N0} characters and Parser:MaxTextLength allows {options.MaxTextLength:N0}. Split it, or raise the limit.");

        cancellationToken.ThrowIfCancellationRequested();
        var reading = format.Kind switch
        {
            DocumentFormat.Html => html.Read(decoded.Page, input.Url, input.Response, cancellationToken),
            DocumentFormat.Json => json.Read(decoded.Text, input.Url, cancellationToken),
            DocumentFormat.Markdown => markdown.Read(decoded.Text),
            DocumentFormat.News => news.Read(decoded.Text, cancellationToken),
            _ => PlainTextReader.Read(decoded.Text),
        };

        if (decoded.Damaged)
            reading.Draft?.Warnings.Add($"Some bytes are not valid {decoded.Charset} and were replaced.");
        return Finish(reading, input);
    }

    private Reading Binary(DocumentFormat kind, ParseInput input, CancellationToken cancellationToken) => kind switch
    {
        DocumentFormat.Mail => mail.Read(input.Bytes, input.Url, input.Response, cancellationToken),
        DocumentFormat.Pdf => pdf.Read(input.Bytes, cancellationToken),
        _ => word.Read(input.Bytes),
    };

    private ParseResult Finish(Reading reading, ParseInput input)
    {
        if (reading.Draft is not { } draft)
            return new ParseResult.Rejected(reading.Reason, reading.Detail) { Feeds = reading.Feeds };
        return ArticleAssembly.Finish(draft, input, options) switch
        {
            ParseResult.Parsed parsed => parsed with { Feeds = reading.Feeds },
            var rejected => rejected with { Feeds = reading.Feeds },
        };
    }

    private static ParseResult.Rejected Rejected(DocumentFormat kind, string seen) => kind == DocumentFormat.Feed
        ? new(RejectionReason.Feed, $"This is {seen}, which lists articles. Add it as a source: the fetcher reads feeds.")
        : new(RejectionReason.UnsupportedFormat, seen.Contains("archive", StringComparison.Ordinal)
            ? $"This is {seen} that was not taken apart: that is done with zip, tar, gzip and WARC files. Unpack it, or pack it anew as one of these."
            : $"This is {seen}. Give text, HTML, Markdown, JSON, NITF, NewsML-G2, mail, PDF or DOCX instead.");
}
