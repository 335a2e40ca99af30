using Dateline.Storage.Articles;

namespace Dateline.Storage.Tests;

public sealed class IdentityKeyTests
{
    [Theory]
    [InlineData("https://Example.org/News/A", "u1://example.org/News/A")]
    [InlineData("http://example.org:80/a", "u1://example.org/a")]
    [InlineData("https://example.org:8443/a", "u1://example.org:8443/a")]
    [InlineData("https://example.org/a#comments", "u1://example.org/a")]
    [InlineData("https://example.org/a?utm_source=x&utm_medium=y", "u1://example.org/a")]
    [InlineData("https://example.org/a?id=7&fbclid=z&page=2", "u1://example.org/a?id=7&page=2")]
    [InlineData("https://example.org/a?b=1&a=2", "u1://example.org/a?b=1&a=2")]
    [InlineData("https://www.example.org/a/", "u1://www.example.org/a/")]
    [InlineData("https://m.example.org/a", "u1://m.example.org/a")]
    [InlineData("https://bücher.example/a", "u1://xn--bcher-kva.example/a")]
    [InlineData("ftp://example.org/a", "t1:print")]
    [InlineData("not an address", "t1:print")]
    [InlineData(null, "t1:print")]
    public void Goes_by_address_where_there_is_one(string? url, string key) => KeyOf(url, null).ShouldBe(key);

    [Theory]
    [InlineData("https://example.org/amp/a", "https://example.org/a", "u1://example.org/a")]
    [InlineData("https://example.org/a", "https://other.example/a", "u1://example.org/a")]
    [InlineData("https://example.org/a", "https://example.org/", "u1://example.org/a")]
    [InlineData("https://example.org/a", "/b", "u1://example.org/a")]
    [InlineData("https://example.org/a", "javascript:void(0)", "u1://example.org/a")]
    public void Believes_a_canonical_link_on_its_own_host_only(string url, string canonical, string key) => KeyOf(url, canonical).ShouldBe(key);

    [Fact]
    public void The_address_that_answered_counts()
    {
        var message = News.Article(url: "https://short.example/x");
        IdentityKey.Of(message.Document with { FinalUrl = "https://example.org/a" }, message.Article, "print").ShouldBe("u1://example.org/a");
    }

    [Fact]
    public void The_id_of_a_key_never_changes() =>
        IdentityKey.ToId("u1://example.org/a").ShouldBe(Guid.Parse("75cd952f-cd31-8a94-bb5d-3359e4804f3b"));

    [Fact]
    public void Believes_what_a_file_without_an_address_says_of_itself() =>
        KeyOf(null, "https://one.example/story?utm_source=mail").ShouldBe("u1://one.example/story");

    private static string KeyOf(string? url, string? canonical)
    {
        var message = News.Article(url: url, canonicalUrl: canonical);
        return IdentityKey.Of(message.Document, message.Article, "print");
    }
}
