using Dateline.Parser.Html;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dateline.Parser.Formats;

/// <summary>
/// Counts what a page would draw, without drawing it. Forms draw forms: a few kilobytes can ask for any number of operations, and the
/// library, which unpacks each form once and draws it as often as it is named, has no bound on that.
/// </summary>
internal sealed class PdfDrawingFactory(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser content, ParsingOptions options)
    : BasePageFactory<PdfDrawing>(scanner, resources, filters, content, options)
{
    /// <summary>A dense map has some hundred thousand.</summary>
    private const int MaxOperations = 1_000_000;

    /// <summary>Forms within forms. Programs that place a page in a page need three.</summary>
    private const int MaxDepth = 32;

    private readonly Dictionary<StreamToken, IReadOnlyList<IGraphicsStateOperation>> parsed = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="PageTooLargeException">It is too much.</exception>
    protected override PdfDrawing ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations) => new(Count(pageNumber, null, operations, 0, 0));

    private int Count(int page, StreamToken? drawn, IReadOnlyList<IGraphicsStateOperation> operations, int counted, int depth)
    {
        counted += operations.Count + 1;
        if (counted > MaxOperations || depth > MaxDepth)
            throw new PageTooLargeException();

        foreach (var draw in operations.OfType<InvokeNamedXObject>())
        {
            if (!ResourceStore.TryGetXObject(draw.Name, out var form) || !form.StreamDictionary.TryGet<NameToken>(NameToken.Subtype, PdfScanner, out var kind) || !kind.Equals(NameToken.Form))
                continue;
            if (ReferenceEquals(form, drawn))
                continue; // the library leaves out what draws itself
            _ = form.StreamDictionary.TryGet<DictionaryToken>(NameToken.Resources, PdfScanner, out var own);
            if (own is not null)
                ResourceStore.LoadResourceDictionary(own);
            counted = Count(page, form, Operations(page, form), counted, depth + 1);
            if (own is not null)
                ResourceStore.UnloadResourceDictionary();
        }

        return counted;
    }

    private IReadOnlyList<IGraphicsStateOperation> Operations(int page, StreamToken form)
    {
        if (!parsed.TryGetValue(form, out var operations))
            parsed[form] = operations = PageContentParser.Parse(page, new MemoryInputBytes(form.Decode(FilterProvider, PdfScanner)), ParsingOptions.Logger);
        return operations;
    }
}
