using System.Text.RegularExpressions;

namespace Dateline.Architecture.Tests;

/// <summary>Names come from the trade, not from the furniture of programming.</summary>
public sealed partial class NamingTests
{
    private static readonly string[] BannedFolders =
        ["Services", "Models", "Helpers", "Common", "Utils", "Managers", "Interfaces", "Extensions"];

    // Hosts of specifications: their addresses are names of vocabularies, which nobody connects to.
    private static readonly string[] Vocabularies =
    [
        "w3.org", "schema.org", "purl.org", "ogp.me", "opengraphprotocol.org", "xmlns.com", "iana.org", "rfc-editor.org", "ietf.org",
        "sitemaps.org", "opml.org", "jsonfeed.org", "rssboard.org", "rssnamespace.org", "georss.org", "creativecommons.org", "openarchives.org",
        "wellformedweb.org", "webns.net", "podcastindex.org", "opentelemetry.io", "json-schema.org", "openapis.org", "opengis.net",
        "search.yahoo.com", "video.search.yahoo.com", "www.itunes.com", "www.google.com", "backend.userland.com", "my.netscape.com", "channel.netscape.com",
        "blogs.law.harvard.edu", "cyber.law.harvard.edu", "tools.ietf.org",
    ];

    [Fact]
    public void No_folder_is_named_after_a_kind_of_code() =>
        SourceTree.Folders("shared", "services", "tests").Where(folder => BannedFolders.Contains(Path.GetFileName(folder))).ShouldBeEmpty();

    [Fact]
    public void No_type_is_named_after_a_kind_of_code() =>
        SourceFile.All.SelectMany(file => file.Types.Select(type => type.Identifier.Text)
                .Where(name => VagueName().IsMatch(name)).Select(name => $"{file.Path}: {name}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_rule_names_a_site() =>
        SourceFile.Product.SelectMany(file => file.Texts
                .SelectMany(text => HostName().Matches(text).Select(match => match.Value.ToLowerInvariant()))
                .Where(host => !IsVocabulary(host) && !IsExample(host))
                .Select(host => $"{file.Path}: {host}"))
            .ShouldBeEmpty("what holds for one site only is not a rule");

    private static bool IsVocabulary(string host) =>
        Vocabularies.Any(known => host == known || host.EndsWith($".{known}", StringComparison.Ordinal));

    // RFC 2606 keeps these for examples.
    private static bool IsExample(string host) => ExampleName().IsMatch(host);

    [GeneratedRegex(@"(Dto|Manager|Impl|Helpers?|Utils?|Utilities|Extensions)$", RegexOptions.CultureInvariant)]
    private static partial Regex VagueName();

    [GeneratedRegex(
        @"(?<![\w@-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|edu|gov|info|news|io|co|tv|me|eu|us|uk|de|fr|es|it|nl|be|at|ch|se|no|dk|fi|pl|pt|ru|ua|cz|in|pk|bd|jp|cn|kr|au|nz|ca|br|mx|ar|za|tr|il|ae)(?![\w-]|\.\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex HostName();

    [GeneratedRegex(@"(^|\.)example(\.(com|org|net))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ExampleName();
}
