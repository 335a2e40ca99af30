using System.IO.Compression;
using System.Text;
using Dateline.Fetcher.Http;
using Microsoft.AspNetCore.Http;
using ZstdSharp;

namespace Dateline.Fetcher.Tests.Http;

public sealed class GuardedClientTests
{
    [Fact]
    public async Task Fetches_a_document_with_its_type_and_validators_verbatim()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Headers.ContentType = "Application/RSS+XML;; charset=\"windows-1251\"";
            context.Response.Headers.ETag = "W/unquoted odd";
            context.Response.Headers.LastModified = "yesterday, or so";
            context.Response.Headers.CacheControl = "public, max-age=900";
            context.Response.Headers.Age = "300";
            return context.Response.WriteAsync("<rss/>");
        });

        var fetched = (await FetchAsync(site)).ShouldBeOfType<FetchResult.Fetched>();

        Encoding.UTF8.GetString(fetched.Body.Span).ShouldBe("<rss/>");
        fetched.MediaType.ShouldBe("application/rss+xml");
        fetched.Charset.ShouldBe("windows-1251");
        fetched.ETag.ShouldBe("W/unquoted odd");
        fetched.LastModified.ShouldBe("yesterday, or so");
        fetched.FreshFor.ShouldBe(TimeSpan.FromMinutes(10));
        fetched.FinalUrl.ShouldBe("http://news.test/");
    }

    [Fact]
    public async Task Sends_validators_byte_for_byte_and_takes_not_modified_for_an_answer()
    {
        IHeaderDictionary? sent = null;
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            sent = new HeaderDictionary(context.Request.Headers.ToDictionary());
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });

        var result = await FetchAsync(site, new FetchRequest
        {
            Url = "http://news.test/",
            ETag = "W/\"a\"-gzip, \"b",
            LastModified = "Thu, 1 Jan 70 00:00 GMT",
        });

        result.ShouldBeOfType<FetchResult.Fetched>().NotModified.ShouldBeTrue();
        sent!.IfNoneMatch.ToString().ShouldBe("W/\"a\"-gzip, \"b");
        sent.IfModifiedSince.ToString().ShouldBe("Thu, 1 Jan 70 00:00 GMT");
    }

    [Fact]
    public async Task Says_who_asks_and_sends_no_trace_of_ours()
    {
        IHeaderDictionary? sent = null;
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            sent = new HeaderDictionary(context.Request.Headers.ToDictionary());
            return Task.CompletedTask;
        });

        await FetchAsync(site, options: new FetcherHttpOptions { Contact = "https://news.test/bot" });

        sent!.UserAgent.ToString().ShouldBe("Dateline/1.0 (+https://news.test/bot)");
        sent.ContainsKey("traceparent").ShouldBeFalse();
        sent.ContainsKey("Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    [InlineData("deflate-raw")]
    [InlineData("x-gzip")]
    public async Task Undoes_each_encoding_that_it_offers(string encoding)
    {
        await using var site = await Encoded(encoding.Replace("-raw", ""), Compress(encoding, "the whole story"u8.ToArray()));

        var fetched = (await FetchAsync(site)).ShouldBeOfType<FetchResult.Fetched>();

        Encoding.UTF8.GetString(fetched.Body.Span).ShouldBe("the whole story");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("utf-8")]
    public async Task Takes_a_body_as_it_is_when_the_header_lies_about_compression(string encoding)
    {
        await using var site = await Encoded(encoding, "the whole story"u8.ToArray());

        (await FetchAsync(site)).ShouldBeOfType<FetchResult.Fetched>().Body.ToArray().ShouldBe("the whole story"u8.ToArray());
    }

    [Theory]
    [InlineData("gzip, gzip", FetchFailureKind.UnsupportedEncoding)]
    [InlineData("br, gzip", FetchFailureKind.UnsupportedEncoding)]
    [InlineData("lzma", FetchFailureKind.UnsupportedEncoding)]
    [InlineData("br", FetchFailureKind.BrokenEncoding)]
    [InlineData("zstd", FetchFailureKind.BrokenEncoding)]
    public async Task Refuses_encodings_that_are_nested_unknown_or_damaged(string encoding, FetchFailureKind kind)
    {
        await using var site = await Encoded(encoding, "this is not compressed at all"u8.ToArray());

        (await FetchAsync(site)).ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    public async Task Stops_a_decompression_bomb_by_its_ratio(string encoding)
    {
        await using var site = await Encoded(encoding, Compress(encoding, new byte[30 << 20]));

        (await FetchAsync(site)).ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.DecompressionBomb);
    }

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

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    public async Task Cuts_an_answer_where_it_is_told_to_instead_of_refusing_it(string? encoding)
    {
        var text = new byte[3 << 20];
        new Random(1).NextBytes(text.AsSpan(0, 2 << 20));
        await using var site = encoding is null
            ? await LoopbackSite.StartAsync(context => context.Response.Body.WriteAsync(text).AsTask())
            : await Encoded(encoding, Compress(encoding, text));

        var fetched = (await FetchAsync(site, new FetchRequest { Url = "http://news.test/", CutAt = 500_000 })).ShouldBeOfType<FetchResult.Fetched>();

        fetched.Body.Length.ShouldBeInRange(300_000, 500_000);
        fetched.Body.Span.SequenceEqual(text.AsSpan(0, fetched.Body.Length)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/there", "http://news.test/there")]
    [InlineData("http://other.test/there", "http://other.test/there")]
    public async Task Answers_with_the_redirect_itself_when_it_is_not_to_be_followed(string location, string there)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Redirect(location);
            return Task.CompletedTask;
        });

        var redirected = (await FetchAsync(site, new FetchRequest { Url = "http://news.test/", FollowRedirects = false })).ShouldBeOfType<FetchResult.Redirected>();

        (redirected.Location.AbsoluteUri, redirected.Status).ShouldBe((there, 302));
        site.Requests.ShouldBe(["news.test/"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1/", FetchFailureKind.RefusedAddress)]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/", FetchFailureKind.RefusedAddress)]
    [InlineData("http://news.test:22/", FetchFailureKind.InvalidUrl)]
    public async Task Does_not_even_name_a_redirect_to_where_nothing_may_be_fetched(string location, FetchFailureKind kind)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Redirect(location);
            return Task.CompletedTask;
        });

        (await FetchAsync(site, new FetchRequest { Url = "http://news.test/", FollowRedirects = false })).ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(kind);
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

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Wed, 25 Nov 2026 04:31:00 GMT", 60)]
    public async Task Reads_both_forms_of_Retry_After(string header, int seconds)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = header;
            return context.Response.WriteAsync("secret body");
        });
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 4, 30, 0, TimeSpan.Zero));
        using var client = new GuardedClient(Pinned(site), time);

        var failed = (await client.FetchAsync(new FetchRequest { Url = "http://news.test/" }, CancellationToken.None)).ShouldBeOfType<FetchResult.Failed>();

        failed.Kind.ShouldBe(FetchFailureKind.Status);
        failed.Status.ShouldBe(429);
        failed.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        failed.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Says_that_nobody_listens()
    {
        var site = await LoopbackSite.StartAsync(_ => Task.CompletedTask);
        await site.DisposeAsync();

        (await FetchAsync(site)).ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.Connect);
    }

    [Fact]
    public async Task Posts_a_body_through_the_same_guard()
    {
        var received = "";
        await using var site = await LoopbackSite.StartAsync(async context =>
            received = await new StreamReader(context.Request.Body).ReadToEndAsync());

        await FetchAsync(site, new FetchRequest { Url = "http://news.test/hook", Method = HttpMethod.Post, Content = "{}"u8.ToArray(), ContentType = "application/json" });

        received.ShouldBe("{}");
    }

    private static async Task<FetchResult> FetchAsync(LoopbackSite site, FetchRequest? request = null, FetcherHttpOptions? options = null)
    {
        using var client = new GuardedClient(Pinned(site, options), TimeProvider.System);
        return await client.FetchAsync(request ?? new FetchRequest { Url = "http://news.test/" }, CancellationToken.None);
    }

    private static FetcherHttpOptions Pinned(LoopbackSite site, FetcherHttpOptions? options = null) => new()
    {
        Contact = options?.Contact,
        HeaderTimeout = options?.HeaderTimeout ?? TimeSpan.FromSeconds(30),
        ConnectTimeout = options?.ConnectTimeout ?? TimeSpan.FromSeconds(30),
        TotalTimeout = options?.TotalTimeout ?? TimeSpan.FromSeconds(60),
        RateWindow = options?.RateWindow ?? TimeSpan.FromSeconds(30),
        MinBytesPerSecond = options?.MinBytesPerSecond ?? 1024,
        Pins = new Dictionary<string, string> { ["news.test"] = site.Endpoint },
    };

    private static Task<LoopbackSite> Encoded(string encoding, byte[] body) => LoopbackSite.StartAsync(async context =>
    {
        context.Response.Headers.ContentEncoding = encoding;
        await context.Response.Body.WriteAsync(body);
    });

    private static byte[] Compress(string encoding, byte[] bytes)
    {
        var output = new MemoryStream();
        using (Stream encoder = encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(output, CompressionLevel.Fastest),
            "br" => new BrotliStream(output, CompressionLevel.Fastest),
            "zstd" => new CompressionStream(output),
            "deflate" => new ZLibStream(output, CompressionLevel.Fastest),
            _ => new DeflateStream(output, CompressionLevel.Fastest),
        })
            encoder.Write(bytes);
        return output.ToArray();
    }
}
