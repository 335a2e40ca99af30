using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Dateline.Contracts;

namespace Dateline.Benchmarks.Archives.Loading;

/// <summary>Writes articles as the enricher would send them: with sources, authors, names, places, topics, tags and fingerprints.</summary>
internal sealed class NewsWriter(NewsWire wire)
{
    private const int Sources = 400;
    private static readonly string[] Countries = [.. "US GB DE FR ES IT PT RU IN CN JP BR MX AR CA AU ZA NG KE EG TR IR IL UA PL SE NO DK FI NL BE CH AT GR CZ HU RO ID PH VN TH KR PK BD CO CL PE".Split(' ')];
    private static readonly string[] Topics = [.. "arts conflict crime disaster economy education environment health labour leisure lifestyle politics religion science society sport weather".Split(' ')];
    private static readonly string[] Types = ["person", "organisation", "place", "norp", "event", "other"];

    /// <summary>A source has one language; the few large ones have most of the articles.</summary>
    public static Guid SourceId(string language, int number) => Id($"source {language} {number}");

    public ArticleEnriched Write(long n)
    {
        var text = NewsText.Of(wire, n);
        var story = wire.StoryOf(n);
        var language = wire.LanguageOf(story).Language;
        var dice = new Dice(n, 9);
        var source = Rare(ref dice, Sources);
        var address = string.Create(CultureInfo.InvariantCulture, $"https://www.{language}-paper-{source}.example/{2024 + (n % 2)}/news/{n}-{text.TitleText.Split(' ')[0].ToLowerInvariant()}");
        var gist = text.Gist();
        var paragraphs = text.Paragraphs.ToList();
        var fetched = wire.FetchedAt(n);
        return new ArticleEnriched
        {
            Document = new DocumentRef
            {
                Id = DocumentId(n, fetched),
                SourceId = SourceId(language, source),
                SourceTitle = $"Paper {source} {language}",
                Url = address,
                ContentKey = Id($"content {n}").ToString("N"),
                FetchedAt = fetched,
                AcceptedAt = fetched,
            },
            Article = new Article
            {
                Title = text.TitleText,
                Authors = [.. Enumerable.Range(0, dice.Below(3)).Select(_ => Name(Rare(ref dice, 3_000)))],
                Published = new DateEvidence { Value = wire.PublishedAt(n), Precision = DatePrecision.Second, ZoneKnown = true, Source = "json-ld" },
                Blocks = [.. paragraphs.Select(paragraph => new Block { Kind = BlockKind.Paragraph, Text = paragraph })],
                Image = dice.Share() < 0.7 ? $"https://images.{language}-paper-{source}.example/{n}.jpg" : null,
                SiteName = $"Paper {source}",
                Tags = [.. Enumerable.Range(0, dice.Below(5)).Select(_ => $"tag{Rare(ref dice, 3_000)}").Distinct()],
                DeclaredLanguage = language,
                Confidence = 0.9,
                ParserVersion = "1",
            },
            Enrichment = new Enrichment
            {
                Language = language,
                LanguageConfidence = 0.99,
                Entities = [.. Named(story, n)],
                Places = [.. Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => Rare(ref dice, Countries.Length)).Distinct().Select(place => new Place { Name = $"Town {Countries[place]}", Country = Countries[place], Latitude = place, Longitude = -place })],
                Keywords = [.. gist.Take(8).Select(term => new Keyword(term.Word, term.Weight))],
                Topics = [.. Enumerable.Range(0, 1 + dice.Below(2)).Select(_ => dice.Below(Topics.Length)).Distinct().Select(topic => new Topic($"{topic + 1:00}000000", Topics[topic], 0.7))],
                Summary = text.SummaryText,
                Sentiment = Math.Round((2 * dice.Share()) - 1, 2),
                Reading = new ReadingStatistics { Characters = paragraphs.Sum(paragraph => paragraph.Length), Words = text.Words, Sentences = text.Count, Minutes = text.Words / 200.0 },
                Fingerprints = new Fingerprints
                {
                    Exact = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text.TitleText}\n{string.Join("\n\n", paragraphs)}"))),
                    MinHash = Signature(n),
                    Gist = [.. gist.Select(term => new Keyword(term.Word, term.Weight))],
                },
                EnricherVersion = "1",
            },
            Journey = Journey.Empty,
        };
    }

    private static IEnumerable<Entity> Named(long story, long n)
    {
        var (common, own) = (new Dice(story, 10), new Dice(n, 11));
        var names = Enumerable.Range(0, 3).Select(_ => Rare(ref common, 20_000)).Concat(Enumerable.Range(0, 1 + own.Below(7)).Select(_ => Rare(ref own, 20_000)));
        return names.Distinct().Select(number => new Entity
        {
            Text = Name(number),
            Canonical = Name(number),
            Type = Types[number % Types.Length],
            Mentions = [new Mention(number % 50, 12), new Mention(100 + (number % 300), 12)],
        });
    }

    /// <summary>The first names are much more frequent than the last.</summary>
    private static int Rare(ref Dice dice, int count) => (int)(Math.Pow(count + 1, dice.Share()) - 1);

    private static string Name(int number) => $"{Capital(Vocabulary.All[0][500 + (number % 1_900)])} {Capital(Vocabulary.All[number % 4][3_000 + number])}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static uint[] Signature(long n)
    {
        var dice = new Dice(n, 12);
        return [.. Enumerable.Range(0, 128).Select(_ => (uint)dice.Next())];
    }

    /// <summary>Rises with time, as the ids of accepted documents do.</summary>
    private static Guid DocumentId(long n, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], n);
        bytes[6] = 0x70;
        bytes[8] = 0x80;
        return new Guid(bytes, bigEndian: true);
    }

    private static Guid Id(string name) => MemoryMarshal.Read<Guid>(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
