using Dateline.Storage.Articles;

namespace Dateline.Storage.Data;

/// <summary>The columns that are written, table by table. A test compares them with the model.</summary>
internal static class ArchiveColumns
{
    private const string Text = "text";
    private const string Time = "timestamptz";

    /// <summary>Without seq, change and the full-text index, which each database fills in its own way.</summary>
    public static readonly IReadOnlyList<Column<ArticleRow>> Articles =
    [
        new("id", "uuid", row => row.Id),
        new("identity_key", Text, row => row.IdentityKey),
        new("url", Text, row => row.Url),
        new("canonical_url", Text, row => row.CanonicalUrl),
        new("host", Text, row => row.Host),
        new("title", Text, row => row.Title),
        new("title_derived", "boolean", row => row.TitleDerived),
        new("authors", Text, row => StringList.Write(row.Authors)),
        new("tags", Text, row => StringList.Write(row.Tags)),
        new("published_at", Time, row => row.PublishedAt),
        new("published_precision", Text, row => row.PublishedPrecision),
        new("modified_at", Time, row => row.ModifiedAt),
        new("sort_at", Time, row => row.SortAt),
        new("language", Text, row => row.Language),
        new("site_name", Text, row => row.SiteName),
        new("source_id", "uuid", row => row.SourceId),
        new("source_title", Text, row => row.SourceTitle),
        new("text", Text, row => row.Text),
        new("layout", Text, row => row.Layout),
        new("details", Text, row => row.Details),
        new("summary", Text, row => row.Summary),
        new("enrichment", Text, row => row.Enrichment),
        new("image", Text, row => row.Image),
        new("fingerprint", Text, row => row.Fingerprint),
        new("copy_key", Text, row => row.CopyKey),
        new("min_hash", "bytea", row => row.MinHash),
        new("word_count", "integer", row => row.WordCount),
        new("revision", "integer", row => row.Revision),
        new("content_hash", Text, row => row.ContentHash),
        new("state_hash", Text, row => row.StateHash),
        new("document_id", "uuid", row => row.DocumentId),
        new("document_run", "integer", row => row.DocumentRun),
        new("fetched_at", Time, row => row.FetchedAt),
        new("first_stored_at", Time, row => row.FirstStoredAt),
        new("stored_at", Time, row => row.StoredAt),
        new("trace_id", Text, row => row.TraceId),
        new("parser_version", Text, row => row.ParserVersion),
        new("enricher_version", Text, row => row.EnricherVersion),
        new("duplicate_of", "uuid", row => row.DuplicateOf),
        new("duplicate_reason", Text, row => row.DuplicateReason),
        new("duplicate_share", "integer", row => row.DuplicateShare),
        new("copy_decided", "boolean", row => row.CopyDecided),
        new("story_id", "uuid", row => row.StoryId),
        new("gist", Text, row => row.Gist),
    ];

    public static readonly IReadOnlyList<Column<RevisionRow>> Revisions =
    [
        new("article_id", "uuid", row => row.ArticleId),
        new("number", "integer", row => row.Number),
        new("title", Text, row => row.Title),
        new("text", Text, row => row.Text),
        new("authors", Text, row => StringList.Write(row.Authors)),
        new("published_at", Time, row => row.PublishedAt),
        new("published_precision", Text, row => row.PublishedPrecision),
        new("content_hash", Text, row => row.ContentHash),
        new("document_id", "uuid", row => row.DocumentId),
        new("fetched_at", Time, row => row.FetchedAt),
        new("stored_at", Time, row => row.StoredAt),
        new("replaced_at", Time, row => row.ReplacedAt),
        new("changed", Text, row => StringList.Write(row.Changed)),
        new("words_added", "integer", row => row.WordsAdded),
        new("words_removed", "integer", row => row.WordsRemoved),
        new("flags", Text, row => StringList.Write(row.Flags)),
        new("diff", Text, row => row.Diff),
    ];

    public static readonly IReadOnlyList<Column<ArrivalRow>> Arrivals =
    [
        new("document_id", "uuid", row => row.DocumentId),
        new("run", "integer", row => row.Run),
        new("article_id", "uuid", row => row.ArticleId),
        new("revision", "integer", row => row.Revision),
        new("outcome", Text, row => row.Outcome),
        new("duplicate_of", "uuid", row => row.DuplicateOf),
        new("reason", Text, row => row.Reason),
        new("story_id", "uuid", row => row.StoryId),
        new("source_id", "uuid", row => row.SourceId),
        new("url", Text, row => row.Url),
        new("fetched_at", Time, row => row.FetchedAt),
        new("stored_at", Time, row => row.StoredAt),
        new("trace_id", Text, row => row.TraceId),
    ];

    public static readonly IReadOnlyList<Column<KnownArticle>> Confirmations =
    [
        new("article_id", "uuid", row => row.Id),
        new("document_id", "uuid", row => row.DocumentId),
        new("document_run", "integer", row => row.DocumentRun),
        new("fetched_at", Time, row => row.FetchedAt),
    ];

    public static readonly IReadOnlyList<Column<ShingleRow>> Shingles =
    [
        new("hash", "bigint", row => row.Hash),
        new("article_id", "uuid", row => row.ArticleId),
    ];

    public static readonly IReadOnlyList<Column<StoryRow>> Stories =
    [
        new("id", "uuid", row => row.Id),
        new("first_seen", Time, row => row.FirstSeen),
        new("last_seen", Time, row => row.LastSeen),
        new("first_article", "uuid", row => row.FirstArticle),
        new("best_article", "uuid", row => row.BestArticle),
        new("best_score", "integer", row => row.BestScore),
        new("members", "integer", row => row.Members),
        new("gist", Text, row => row.Gist),
        new("merged_into", "uuid", row => row.MergedInto),
    ];

    public static readonly IReadOnlyList<Column<StoryTermRow>> StoryTerms =
    [
        new("term", Text, row => row.Term),
        new("story_id", "uuid", row => row.StoryId),
        new("last_seen", Time, row => row.LastSeen),
    ];

    public const string KeepFirst = "ON CONFLICT DO NOTHING";

    public const string SeenAgain = "ON CONFLICT (term, story_id) DO UPDATE SET last_seen = excluded.last_seen";

    public const string StoryAgain =
        "ON CONFLICT (id) DO UPDATE SET first_seen = excluded.first_seen, last_seen = excluded.last_seen, first_article = excluded.first_article, "
        + "best_article = excluded.best_article, best_score = excluded.best_score, members = excluded.members, gist = excluded.gist, merged_into = excluded.merged_into";

    /// <summary>Both databases understand it.</summary>
    public const string ConfirmAgain =
        "ON CONFLICT (article_id) DO UPDATE SET document_id = excluded.document_id, document_run = excluded.document_run, fetched_at = excluded.fetched_at";
}
