using Dateline.Hosting.Problems;
using Microsoft.AspNetCore.Http;

namespace Dateline.Storage.Search;

/// <summary>
/// Refuses parameters that an operation does not have, since a misspelt filter that is ignored gives wrong results silently, and
/// values that it does not understand.
/// </summary>
internal sealed class KnownParameters(params IReadOnlyList<string> names) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var query = context.HttpContext.Request.Query;
        if (query.Keys.FirstOrDefault(key => !names.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            return RequestProblem.BadRequest($"There is no parameter \"{unknown}\".", Known(), Extensions(unknown));
        if (query.FirstOrDefault(parameter => parameter.Value.Count > 1) is { Key: { } twice })
            return RequestProblem.BadRequest($"The parameter \"{twice}\" stands more than once.", "Give it once; in q, OR joins alternatives.", Extensions(twice));
        try
        {
            return await next(context);
        }
        catch (SearchMistakeException mistake)
        {
            return RequestProblem.BadRequest(mistake.Problem.Title, mistake.Problem.WhatToDo, mistake.Problem.ToExtensions());
        }
    }

    private string Known() => names.Count == 0 ? "This operation takes none." : $"Use {string.Join(", ", names)}.";

    private static Dictionary<string, object?> Extensions(string parameter) => new() { ["parameter"] = parameter };
}
