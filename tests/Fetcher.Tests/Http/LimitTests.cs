using Dateline.Fetcher.Http;
using Microsoft.AspNetCore.Http;

namespace Dateline.Fetcher.Tests.Http;

/// <summary>What the client does not put up with.</summary>
public sealed class LimitTests : ClientTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stops_at_the_size_limit_whether_or_not_the_length_was_announced(bool announced)
    {
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            if (announced)
                context.Response.ContentLength = 200_000;
            await context.Response.Body.WriteAsync(new byte[200_000]);
        });

        (await FetchAsync(site, new FetchRequest { Url = "http://news.test/", MaxBytes = 100_000 }))
            .ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.TooLarge);
    }

    [Fact]
    public async Task Gives_up_on_a_server_that_sends_no_headers()
    {
        await using var site = await LoopbackSite.StartAsync(context => Task.Delay(-1, context.RequestAborted));

        (await FetchAsync(site, options: new FetcherHttpOptions { HeaderTimeout = TimeSpan.FromMilliseconds(100), ConnectTimeout = TimeSpan.FromMilliseconds(100) }))
            .ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.Timeout);
    }

    [Fact]
    public async Task Gives_up_on_a_body_that_trickles()
    {
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync("x"u8.ToArray());
                await context.Response.Body.FlushAsync();
                await Task.Delay(20, context.RequestAborted);
            }
        });

        (await FetchAsync(site, options: new FetcherHttpOptions { RateWindow = TimeSpan.FromMilliseconds(300), MinBytesPerSecond = 100_000 }))
            .ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.TooSlow);
    }

    [Fact]
    public async Task Gives_up_on_an_answer_that_keeps_its_pace_and_never_ends()
    {
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[4096]);
                await Task.Delay(20, context.RequestAborted);
            }
        });

        (await FetchAsync(site, options: new FetcherHttpOptions { TotalTimeout = TimeSpan.FromMilliseconds(400) }))
            .ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.Timeout);
    }

    [Fact]
    public async Task Refuses_headers_without_end()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            for (var i = 0; i < 100; i++)
                context.Response.Headers[$"X-{i}"] = new string('x', 1000);
            return Task.CompletedTask;
        });

        (await FetchAsync(site)).ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.HeadersTooLarge);
    }
}
