using Dateline.Storage.Articles;

namespace Dateline.Storage.Duplicates;

/// <summary>Tells people why an article counts as a copy.</summary>
internal static class CopyReason
{
    public static string Of(KnownArticle original)
    {
        var where = original.SourceTitle is { Length: > 0 } source ? $" ({source})" : "";
        var what = original.Title is { Length: > 0 } title ? $"“{title}”" : original.Url ?? original.Id.ToString();
        return $"Same text as {what}{where}, first seen {original.FirstStoredAt:u}.";
    }
}
