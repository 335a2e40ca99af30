using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>
/// Gives answers that depend on the archive alone an ETag, and answers 304 when nothing has changed since. The number of the last
/// change stands for the whole archive: it costs one look at the end of an index.
/// </summary>
internal sealed class ArchiveTag(Database<ArchiveDb> database) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var last = await database.ReadSnapshotAsync(
            (db, token) => db.Changes.OrderByDescending(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync(token), http.RequestAborted);
        var tag = $"W/\"{StorageModule.Version}-{last}-{SearchCursor.HashOf(http.Request.Path + http.Request.QueryString)}\"";
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.Any(known => known == "*" || known?.Contains(tag, StringComparison.Ordinal) == true)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : await next(context);
    }
}
