using System.Text.RegularExpressions;
using Dateline.Contracts;
using Dateline.Parser.Charsets;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;
using MimeKit;

namespace Dateline.Parser.Formats;

/// <summary>Reads a mail or newsletter, and a web page that a browser saved as one (MHTML).</summary>
internal sealed partial class MailReader(ParserOptions options, HtmlReader html)
{
    private const int MaxParts = 1_000, MaxHeaders = 1_000;

    /// <summary>Newsletters put "read this in your browser" into their plain part.</summary>
    private const int MinPlainWords = 40;

    /// <summary>Lines that may begin a part. The library makes an object of each: a million parts of three bytes take a gigabyte.</summary>
    private const int MaxBoundaries = 20_000;

    /// <summary>Before the first empty line. Those of real mails, with every server's seal, stay below 100 000.</summary>
    private const int MaxHeaderBytes = 1 << 20;

    public Reading Read(ReadOnlyMemory<byte> bytes, string? url, ResponseFacts? response, CancellationToken cancellationToken)
    {
        if (Exceeded(bytes.Span) is { } exceeded)
            return Reading.None(RejectionReason.TooLarge, $"The mail has {exceeded}. Give its text.");

        MimeMessage message;
        try
        {
            var parser = new MimeParser(new MimeKit.ParserOptions { MaxMimeDepth = options.MaxMailDepth }, new MemoryStream(bytes.ToArray(), writable: false), MimeFormat.Entity, persistent: true);
            message = parser.ParseMessage(cancellationToken);
        }
        catch (FormatException broken)
        {
            return Reading.None(RejectionReason.Malformed, $"The mail cannot be read: {broken.Message} Save it again.");
        }

        using (message)
        {
            var parts = Parts(message.Body).Take(MaxParts).ToList();
            var page = parts.Find(part => part.ContentType.IsMimeType("text", "html"));
            return page is not null && IsSavedPage(message, page)
                ? html.Read(PageSource.Of(Text(page)), Address(message, page) ?? url, Facts(message, page) ?? response, cancellationToken)
                : Letter(message, parts.Find(part => part.ContentType.IsMimeType("text", "plain")), page, cancellationToken);
        }
    }

    private static string? Exceeded(ReadOnlySpan<byte> mail)
    {
        var feeds = mail.IndexOf("\n\n"u8);
        var returns = mail.IndexOf("\n\r\n"u8);
        var header = feeds < 0 ? returns : returns < 0 ? feeds : Math.Min(feeds, returns);
        return (header < 0 ? mail.Length : header) > MaxHeaderBytes ? $"a header of more than {MaxHeaderBytes:N0} bytes"
            : mail.Count("\n--"u8) > MaxBoundaries ? $"more than {MaxBoundaries:N0} parts"
            : null;
    }

    private Reading Letter(MimeMessage message, MimePart? plain, MimePart? page, CancellationToken cancellationToken)
    {
        var draft = new Draft { Title = Forwarded().Replace(message.Subject ?? "", "") };
        foreach (var sender in message.From.Mailboxes)
            draft.Authors.AddRange(Bylines.Names(sender.Name));
        if (message.Headers.Contains(HeaderId.Date) && message.Date != DateTimeOffset.MinValue)
            draft.Published.Add(new DateEvidence { Value = message.Date, Precision = DatePrecision.Second, ZoneKnown = true, Source = "document" });

        var text = plain is null ? "" : Text(plain);
        if (page is not null && (WordCount.Of(text) < MinPlainWords || message.Headers.Contains(HeaderId.ListUnsubscribe)))
            draft.Blocks.AddRange(html.Fragment(Text(page), draft.Title, draft, cancellationToken));
        if (draft.Blocks.Count == 0 && text.Length > 0)
            AddText(text, draft);
        return draft.Blocks.Count > 0
            ? Reading.Of(draft)
            : Reading.None(RejectionReason.Empty, "The mail has no text, only attachments. Give these by themselves.");
    }

    private static void AddText(string text, Draft draft)
    {
        // A signature begins with a line of two hyphens and a space (RFC 3676 §4.3).
        if (text.LastIndexOf("\n-- \n", StringComparison.Ordinal) is var signature and > 0)
            text = text[..signature];
        draft.Blocks.AddRange(WireBody.Blocks(WireLines.Of(text), draft));
    }

    /// <summary>The bodies in reading order; not what is attached.</summary>
    private static IEnumerable<MimePart> Parts(MimeEntity? root)
    {
        // By hand: parts nest as deep as the mail likes.
        var waiting = new Stack<MimeEntity>();
        if (root is not null)
            waiting.Push(root);
        while (waiting.TryPop(out var entity))
        {
            if (entity is Multipart several)
            {
                for (var i = several.Count - 1; i >= 0; i--)
                    waiting.Push(several[i]);
            }
            else if (entity is MimePart { IsAttachment: false } part)
            {
                yield return part;
            }
            else if (entity is MessagePart { Message.Body: { } forwarded })
            {
                waiting.Push(forwarded);
            }
        }
    }

    private string Text(MimePart part)
    {
        var decoded = new MemoryStream();
        part.Content?.DecodeTo(decoded);
        var bytes = decoded.GetBuffer().AsSpan(0, (int)decoded.Length);
        using var text = TextDecoder.Decode(bytes[..Math.Min(bytes.Length, options.MaxBytes)], part.ContentType.Charset);
        text.Clean();
        return text.Text;
    }

    /// <summary>Browsers say where the page was; no mail does.</summary>
    private static bool IsSavedPage(MimeMessage message, MimePart page) =>
        message.Headers.Contains("Snapshot-Content-Location")
        || (page.ContentLocation is { IsAbsoluteUri: true, Scheme: "http" or "https" or "file" } && message.To.Count == 0);

    /// <summary>Some programs keep the answer's headers, with the page's part or with the whole file.</summary>
    private static ResponseFacts? Facts(MimeMessage message, MimePart page) =>
        ResponseFacts.Of(page.Headers.Concat(message.Headers).Take(MaxHeaders).Select(header => KeyValuePair.Create(header.Field, header.Value ?? "")));

    private static string? Address(MimeMessage message, MimePart page) =>
        Addresses.Absolute(message.Headers["Snapshot-Content-Location"], null) ?? Addresses.Absolute(page.ContentLocation?.OriginalString, null);

    [GeneratedRegex(@"^(?:\s*(?:re|fwd?|aw|wg|tr)\s*:)+\s*|^\s*\[[^\]]{1,40}\]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Forwarded();
}
