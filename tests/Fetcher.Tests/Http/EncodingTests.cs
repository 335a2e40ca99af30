using System.IO.Compression;
using System.Text;
using Dateline.Fetcher.Http;
using Microsoft.AspNetCore.Http;
using ZstdSharp;

namespace Dateline.Fetcher.Tests.Http;

/// <summary>What the client makes of compressed answers.</summary>
public sealed class EncodingTests : ClientTests
{
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
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    [InlineData("deflate-raw")]
    public async Task Counts_what_comes_out_of_a_modest_bomb_against_the_size_limit(string encoding)
    {
        var noise = new byte[40_000];
        new Random(7).NextBytes(noise);
        await using var site = await Encoded(encoding.Replace("-raw", ""), Compress(encoding, [.. noise, .. new byte[160_000]]));

        (await FetchAsync(site, new FetchRequest { Url = "http://news.test/", MaxBytes = 100_000 }))
            .ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.TooLarge);
    }

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
