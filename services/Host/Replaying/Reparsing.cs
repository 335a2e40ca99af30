using Dateline.Contracts;
using Dateline.Fetcher.Ledger;
using Dateline.Host.Client;
using Dateline.Parser;
using Dateline.Storage.Search;

namespace Dateline.Host.Replaying;

/// <summary>Parses stored documents again from their raw bytes and compares, without storing anything.</summary>
internal sealed class Reparsing(ApiClient api, ParserOptions options)
{
    private readonly DocumentParser parser = new(options);

    public async Task<ArticleChange> CompareAsync(ReplayCandidate document, CancellationToken cancellationToken)
    {
        var name = document.Url ?? document.FileName;
        if (await api.ContentAsync(document.Id, cancellationToken) is not { } bytes)
            return Only(document, "content", "the raw content is gone: a replay cannot parse it");

        var result = parser.Parse(new ParseInput
        {
            Bytes = bytes,
            MediaType = document.MediaType,
            Charset = document.Charset,
            Url = document.Url,
            FileName = document.FileName,
            Feed = document.Feed,
            Response = document.Response,
        }, cancellationToken);
        var stored = document.ArticleId is { } id ? await StoredAsync(id, cancellationToken) : null;
        return (stored, result) switch
        {
            ({ } before, ParseResult.Parsed parsed) => ArticleChange.Of(document.Id, name, before, parsed.Article),
            ({ } before, ParseResult.Rejected rejected) => Only(document, "lost", $"{before.Blocks.Count} blocks → rejected ({Reason(rejected)}): {rejected.Detail}"),
            (null, ParseResult.Parsed parsed) => Only(document, "found", $"{document.Reason ?? document.Fate} → \"{parsed.Article.Title}\", {parsed.Article.Blocks.Count} blocks"),
            (null, ParseResult.Rejected rejected) when Reason(rejected) != document.Reason => Only(document, "reason", $"{document.Reason ?? document.Fate} → {Reason(rejected)}: {rejected.Detail}"),
            _ => new ArticleChange { DocumentId = document.Id, Name = name, StoredVersion = document.ParserVersion },
        };
    }

    private static ArticleChange Only(ReplayCandidate document, string changed, string detail) => new()
    {
        DocumentId = document.Id,
        Name = document.Url ?? document.FileName,
        StoredVersion = document.ParserVersion,
        Changed = [changed],
        Details = [detail],
    };

    private static string Reason(ParseResult.Rejected rejected) => WireEnumConverter<RejectionReason>.Name(rejected.Reason);

    private async Task<ArticleView?> StoredAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetAsync<ArticleView>($"/v1/articles/{id}", cancellationToken);
        }
        catch (ApiException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return null; // removed since
        }
    }
}
