namespace Dateline.Contracts.Tests;

/// <summary>One message of each kind with every member filled, so that the approved files show every member.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Accepted = new(2026, 3, 30, 8, 15, 2, 250, TimeSpan.Zero);
    private static readonly Guid ArticleId = Guid.Parse("0195e5a0-1111-7000-8000-000000000002");

    private static readonly DocumentRef Document = new()
    {
        Id = Guid.Parse("0195e5a0-0000-7000-8000-000000000001"),
        Run = 1,
        SourceId = Guid.Parse("0195e5a0-2222-7000-8000-000000000003"),
        SourceTitle = "Harbour Gazette",
        Url = "https://gazette.example/ferry?from=feed",
        FinalUrl = "https://gazette.example/ferry",
        FileName = "ferry.html",
        ContentKey = "sha256/9f2c",
        FetchedAt = Accepted.AddSeconds(-1),
        AcceptedAt = Accepted,
    };

    private static readonly Journey Journey = Journey.Empty.With(new Hop
    {
        Stage = Stage.Parse,
        Worker = "node-1/42",
        Version = "1",
        StartedAt = Accepted.AddMilliseconds(40),
        DurationMs = 12.5,
        Note = "charset guessed",
    });

    private static readonly DateEvidence Date = new()
    {
        Value = new DateTimeOffset(2026, 3, 30, 0, 0, 0, TimeSpan.Zero),
        Precision = DatePrecision.Day,
        ZoneKnown = true,
        Source = "dateline",
        Conflict = true,
    };

    private static readonly Article Article = new()
    {
        Title = "Ferry returns to Kölln",
        TitleDerived = true,
        Authors = ["Ada Marsh", "Ivo Lund"],
        OrganisationAuthors = ["Ivo Lund"],
        Published = Date,
        Modified = Date,
        DateCandidates = [Date],
        Dateline = new Dateline { Place = "Kölln", Date = new DateOnly(2026, 3, 30), PartialDate = "--03-30", Agency = "HGN" },
        Blocks =
        [
            new Block { Kind = BlockKind.Heading, Text = "Crossing", Level = 2 },
            new Block { Kind = BlockKind.Paragraph, Text = "The ferry sails again, <daily> & at \"eight\".", Level = 1 },
        ],
        Image = "https://gazette.example/ferry.jpg",
        CanonicalUrl = "https://gazette.example/ferry",
        SiteName = "Harbour Gazette",
        Section = "Harbour",
        Tags = ["transport"],
        Terms = new UsageTerms { FreeToRead = true, License = "https://licence.example/by", OptOuts = ["noai"], TdmPolicy = "https://gazette.example/tdm" },
        FieldConfidence = new FieldConfidence { Title = 0.5, Authors = 0.25, Published = 0.125, Text = 0.75 },
        DeclaredLanguage = "en-GB",
        Confidence = 0.75,
        Warnings = ["two titles"],
        ParserVersion = "1",
    };

    private static readonly Enrichment Enrichment = new()
    {
        Language = "en",
        LanguageConfidence = 0.98,
        Entities = [new Entity { Text = "Marsh", Canonical = "Ada Marsh", Type = "person", Mentions = [new Mention(4, 5)] }],
        Places = [new Place { Name = "Kölln", Country = "DE", Latitude = 53.5, Longitude = 9.75, Count = 2 }],
        Keywords = [new Keyword("ferry", 0.5)],
        Topics = [new Topic("04000000", "economy", 0.25)],
        Summary = "The ferry sails again.",
        Quotes = [new Quote("We waited a year.", "Ada Marsh")],
        Sentiment = 0.125,
        Reading = new ReadingStatistics { Characters = 44, Words = 8, Sentences = 1, Minutes = 0.05 },
        Fingerprints = new Fingerprints { Exact = "e3b0c442", MinHash = [1, 4294967295], Gist = [new Keyword("ferry", 0.5)] },
        EnricherVersion = "1",
    };

    public static IReadOnlyList<object> All { get; } =
    [
        new DocumentFetched
        {
            Document = Document,
            MediaType = "text/html",
            DeclaredCharset = "utf-8",
            Length = 5_000_000_000,
            Feed = new FeedHints
            {
                Title = "Ferry returns",
                Authors = ["Ada Marsh"],
                PublishedAt = Accepted.AddHours(-1),
                UpdatedAt = Accepted.AddMinutes(-30),
                Summary = "It sails again.",
                Categories = ["transport"],
                Language = "en",
            },
            Response = new ResponseFacts
            {
                Robots = ["noai"],
                Links = ["<https://gazette.example/ferry>; rel=\"canonical\""],
                TdmReservation = "1",
                TdmPolicy = "https://gazette.example/tdm",
                ContentLanguage = "en-GB",
            },
            Journey = Journey,
        },
        new ArticleParsed { Document = Document, Article = Article, Journey = Journey },
        new ArticleEnriched { Document = Document, Article = Article, Enrichment = Enrichment, Journey = Journey },
        new ArticleStored
        {
            Document = Document,
            ArticleId = ArticleId,
            Revision = 2,
            Outcome = StoreOutcome.Duplicate,
            DuplicateOf = Guid.Parse("0195e5a0-3333-7000-8000-000000000004"),
            Reason = "the same text at another address",
            StoryId = Guid.Parse("0195e5a0-4444-7000-8000-000000000005"),
            PublishedAt = Accepted.AddHours(-2),
            Journey = Journey,
        },
        new ArticleRemoved
        {
            ArticleId = ArticleId,
            DocumentIds = [Guid.Parse("0195e5a0-0000-7000-8000-000000000001")],
            Reason = "court order 12",
            RemovedAt = Accepted.AddDays(3),
        },
        new DocumentRejected
        {
            Document = Document,
            Stage = Stage.Parse,
            Reason = RejectionReason.LoginWall,
            Detail = "The page asks to sign in: give a source that is open.",
            Journey = Journey,
        },
    ];
}
