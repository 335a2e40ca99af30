using System.Diagnostics;
using System.Text;
using Dateline.Parser;

namespace Dateline.Benchmarks.Extraction;

/// <summary>Something that finds the article in a page, with what it cost.</summary>
internal sealed class Extractor(string name, Func<GoldPage, string> extract)
{
    private readonly List<double> rates = [];
    private readonly List<double> agreements = [];
    private double allocated;

    public static IReadOnlyList<Extractor> All()
    {
        var parser = new DocumentParser(new ParserOptions());
        return
        [
            new("Dateline", page => parser.Parse(new ParseInput { Bytes = page.Bytes, Url = page.Url }, CancellationToken.None) is ParseResult.Parsed { Article: var article } ? article.Text : ""),
            new($"SmartReader 0.11.1 on AngleSharp {typeof(AngleSharp.IConfiguration).Assembly.GetName().Version?.ToString(3)}", page => new SmartReader.Reader(page.Url ?? "https://page.example/", Encoding.UTF8.GetString(page.Bytes)).GetArticle().TextContent ?? ""),
        ];
    }

    public string Name => name;

    /// <summary>Pages by second of processor time.</summary>
    public double Rate => Figures.Median(rates);

    public void Judge(IReadOnlyList<GoldPage> pages) => agreements.AddRange(pages.Select(page => WordAgreement.F1(extract(page), page.Text)));

    /// <summary>Takes all pages once.</summary>
    public void Run(IReadOnlyList<GoldPage> pages, bool counted)
    {
        var (before, bytes) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        foreach (var page in pages)
            extract(page);
        var rate = pages.Count / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        if (counted)
            rates.Add(rate);
        allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1024.0 / pages.Count;
    }

    public string Row(Extractor first) =>
        $"| {name} | {Figures.Text(agreements.Average(), "0.000")} | {agreements.Count(agreement => agreement < 0.5)} | {Figures.Ratios(rates)} | {Figures.Text(first.Rate / Rate)} | {Figures.Text(allocated, "0")} |";
}
