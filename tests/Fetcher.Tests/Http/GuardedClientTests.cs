using System.Text;
using Dateline.Fetcher.Http;
using Microsoft.AspNetCore.Http;

namespace Dateline.Fetcher.Tests.Http;

public sealed class GuardedClientTests : ClientTests
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
    [InlineData("http://news.test:22/", FetchFailureKind.BadRedirect)]
    public async Task Does_not_even_name_a_redirect_to_where_nothing_may_be_fetched(string location, FetchFailureKind kind)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Redirect(location);
            return Task.CompletedTask;
        });

        (await FetchAsync(site, new FetchRequest { Url = "http://news.test/", FollowRedirects = false })).ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(kind);
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
}
