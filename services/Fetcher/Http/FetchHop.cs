namespace Dateline.Fetcher.Http;

/// <summary>One request of a fetch: the address asked and what it answered.</summary>
/// <param name="Status">Null when there was no answer.</param>
/// <param name="Location">Where it redirected to, absolute.</param>
public sealed record FetchHop(Uri Url, int? Status, Uri? Location, TimeSpan Elapsed)
{
    /// <summary>A permanent redirect: after repeated sight the stored address may be updated.</summary>
    public bool IsPermanentRedirect => Status is 301 or 308;
}
