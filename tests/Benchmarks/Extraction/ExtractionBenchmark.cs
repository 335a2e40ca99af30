using System.Globalization;

namespace Dateline.Benchmarks.Extraction;

/// <summary>Finds articles in pages whose text is known, beside the library that .NET programs use for it, on one thread, in turn.</summary>
internal static class ExtractionBenchmark
{
    /// <summary>The first rounds belong to the compiler.</summary>
    private const int WarmUp = 2, Rounds = 5;

    public static string Run(string folder)
    {
        var pages = GoldPage.Read(folder);
        var extractors = Extractor.All();
        foreach (var extractor in extractors)
            extractor.Judge(pages);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            foreach (var extractor in extractors)
                extractor.Run(pages, counted: round >= 0);
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            # Finding the article

            {pages.Count} pages of `{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}`, {pages.Sum(page => (double)page.Bytes.Length) / 1e6:0.0} MB, one thread; pages by second of processor time, median of {Rounds} rounds with their range.
            Dateline reads everything else of the page, too: dates, authors, title, terms. Agreement is the F1 of the words, mean of the pages; on pages that the
            body model was trained on it flatters: `services/Parser/Body/body.manifest.json` has the figures on sites that the model did not see.

            | | agreement | pages under 0.5 | pages/s | ratio to it | kB allocated a page |
            |---|---|---|---|---|---|
            {string.Join('\n', extractors.Select(extractor => extractor.Row(extractors[0])))}

            """);
    }
}
