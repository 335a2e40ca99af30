using System.Diagnostics.Metrics;

namespace Dateline.Parser.Tests;

public sealed class FieldMetricsTests
{
    [Fact]
    public void Counts_by_source_which_fields_were_found()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Name == "dateline.parser.fields")
                to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            if (tags[0].Value is "Lakeside Courier")
                counted.Add($"{tags[1].Value} {tags[2].Value} {value}");
        });
        listener.Start();

        FieldMetrics.Count("Lakeside Courier", Samples.Article(Samples.Page("<title>Breakwater to grow</title><meta name='author' content='Ana Ruiz'>", $"<article><h1>Breakwater to grow</h1>{Samples.Story}</article>"), "a.html"));

        counted.ShouldBe(["title found 1", "authors found 1", "published missing 1", "image missing 1", "section missing 1"]);
    }
}
