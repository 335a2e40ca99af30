using System.Text;
using Dateline.Dashboard.Access;
using Dateline.Dashboard.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Dashboard.Sources;

/// <summary>The sources as a file to keep or to take elsewhere. A browser that has signed in has a cookie and no key for the API.</summary>
internal static class SubscriptionDownload
{
    public const string Path = "/sources/export.opml";

    public static void MapSubscriptionDownload(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, SendAsync).RequireAuthorization(PageAccess.Policy).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SendAsync(
        HttpContext context, AuthenticationStateProvider state, FetcherClient fetcher, CancellationToken cancellationToken)
    {
        // Outside a page nobody else says who is asking.
        (state as IHostEnvironmentAuthenticationStateProvider)?.SetAuthenticationState(Task.FromResult(new AuthenticationState(context.User)));
        try
        {
            return TypedResults.File(Encoding.UTF8.GetBytes(await fetcher.ExportSourcesAsync(cancellationToken)), "text/x-opml", "sources.opml");
        }
        catch (RestException exception)
        {
            return TypedResults.Problem(exception.Problem.Detail, title: exception.Problem.Title, statusCode: exception.Problem.Status is >= 400 and var status ? status : 502);
        }
    }
}
