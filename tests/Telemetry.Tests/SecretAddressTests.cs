using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Dateline.Telemetry.Tests;

public sealed class SecretAddressTests
{
    private const string Secret = "q3J8dkUe2sVw5xYz";

    [Fact]
    public async Task The_address_of_an_open_feed_stands_in_no_trace()
    {
        var seen = new Spans();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.AddLineTelemetry("dateline-test");
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(seen));
        await using var app = builder.Build();
        app.UseRouting();
        app.MapGet("/v1/feeds/{token}.{format}", (string token, string format) => $"{token.Length} {format}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };

        // A call without a parent is a loop looking for work, and is not traced.
        using (ActivitySources.Fetcher.StartActivity("ask").ShouldNotBeNull())
            (await http.GetStringAsync($"/v1/feeds/{Secret}.atom", TestContext.Current.CancellationToken)).ShouldBe("16 atom");
        await app.StopAsync(TestContext.Current.CancellationToken);

        var spans = seen.Ended.Where(span => span.TagObjects.Any(tag => $"{tag.Value}".Contains("/v1/feeds/*.atom", StringComparison.Ordinal))).ToList();
        spans.Select(span => span.Kind).ShouldBe([ActivityKind.Server, ActivityKind.Client], ignoreOrder: true);
        seen.Ended.SelectMany(span => span.TagObjects).ShouldAllBe(tag => !$"{tag.Value}".Contains(Secret, StringComparison.Ordinal));
    }

    private sealed class Spans : BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Ended { get; } = [];

        public override void OnEnd(Activity data) => Ended.Enqueue(data);
    }
}
