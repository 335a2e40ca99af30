using System.Text.RegularExpressions;
using Dateline.Contracts;
using Dateline.Parser.Dates;
using Dateline.Parser.Html;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Dateline.Parser.Formats;

/// <summary>Reads a PDF file: its words as they stand on the page, column by column, without running heads.</summary>
internal sealed partial class PdfReader(ParserOptions options)
{
    public Reading Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var filters = new PdfFilters(options, cancellationToken);
        try
        {
            using var document = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = filters, MaxStackDepth = 64 });
            if (document.NumberOfPages > options.MaxPdfPages)
                return Reading.None(RejectionReason.TooLarge, $"The PDF file has {document.NumberOfPages} pages and Parser:MaxPdfPages allows {options.MaxPdfPages}. Give the pages that are the article.");

            var draft = new Draft();
            var forms = PdfForms.MayBeIn(bytes.Span);
            if (forms)
                document.AddPageFactory<PdfDrawing, PdfDrawingFactory>();
            var pages = Pages(document, forms, filters, draft, cancellationToken);
            var blocks = PdfParagraphs.Of(pages, draft);
            Describe(document.Information, draft);
            draft.Blocks.AddRange(blocks);
            return filters.Exceeded ? TooLarge() : blocks.Count > 0
                ? Reading.Of(draft)
                : Reading.None(RejectionReason.Empty, "The PDF file has no text: its pages are pictures. Run a text recognition over it first.");
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (PageTooLargeException)
        {
            return TooLarge();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The library has no exception of its own: damage shows as whatever it ran into.
            return filters.Exceeded ? TooLarge()
                : broken.GetType().Name.Contains("Encrypted", StringComparison.Ordinal) ? Reading.None(RejectionReason.Malformed, "The PDF file asks for a password. Save it without one.")
                : Reading.None(RejectionReason.Malformed, $"The PDF file cannot be read: {broken.Message} Save it again.");
        }
    }

    private List<IReadOnlyList<PdfBlock>> Pages(PdfDocument document, bool forms, PdfFilters filters, Draft draft, CancellationToken cancellationToken)
    {
        var pages = new List<IReadOnlyList<PdfBlock>>();
        var letters = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            filters.Check();
            if (forms)
                document.GetPage<PdfDrawing>(number); // throws when it is too much
            var page = document.GetPage(number);
            letters += page.Letters.Count;
            if (letters > options.MaxTextLength)
                throw new PageTooLargeException();
            if (page.Letters.Count > PdfLayout.MaxLetters)
                draft.Warnings.Add($"Page {number} was left out: it has more letters than a page can show.");
            else if (page.Letters.Count > 0 && PdfLayout.Blocks(page) is { } blocks)
                pages.Add(blocks);
            else if (page.Letters.Count > 0)
                draft.Warnings.Add($"Page {number} was left out: it has more words than a page can show.");
        }

        return pages;
    }

    private static void Describe(DocumentInformation about, Draft draft)
    {
        // Programs put their own name or the file's where a title should be.
        if (about.Title is { Length: > 3 } title && !FileName().IsMatch(title))
            draft.Title = TextCleaner.Line(title);
        draft.Authors.AddRange(Bylines.Names(about.Author));
        draft.Tags.AddRange((about.Keywords ?? "").Split(',', ';').Select(tag => tag.Trim()).Where(tag => tag.Length is > 1 and <= 60));
        if (Date(about.CreationDate) is { } created)
            draft.Published.Add(created.From("document"));
        if (Date(about.ModifiedDate) is { } modified)
            draft.Modified.Add(modified.From("document"));
    }

    /// <summary>"D:20240312194000+01'00'" (ISO 32000 §7.9.4).</summary>
    private static ParsedDate? Date(string? text)
    {
        if (text is null || PdfDate().Match(text) is not { Success: true } parts)
            return null;

        var zone = parts.Groups["zone"].Value is "" or "Z" ? "Z" : parts.Groups["zone"].Value.Replace("'", ":", StringComparison.Ordinal).TrimEnd(':');
        return DateParser.Parse($"{parts.Groups["y"]}-{parts.Groups["m"]}-{parts.Groups["d"]}T{parts.Groups["h"]}:{parts.Groups["i"]}:{parts.Groups["s"]}{zone}");
    }

    private Reading TooLarge() => Reading.None(RejectionReason.TooLarge,
        $"The PDF file asks for more work than an article can: more than {options.MaxUnpackedBytes:N0} bytes, {options.MaxTextLength:N0} letters or {options.MaxPdfTime.TotalSeconds:0} s (Parser:MaxUnpackedBytes, MaxTextLength, MaxPdfTime). Give its text.");

    [GeneratedRegex(@"\.(?:docx?|indd|qxd|pdf|tex|rtf|odt|pages)\s*$|^(?:microsoft word|untitled|slide 1|document\d*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(?:D:)?(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?<h>\d\d)(?<i>\d\d)(?<s>\d\d)(?<zone>Z|[+-]\d\d'?\d\d)?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PdfDate();
}
