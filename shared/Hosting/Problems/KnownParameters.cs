using Microsoft.AspNetCore.Http;

namespace Dateline.Hosting.Problems;

/// <summary>Refuses parameters that an operation does not have: a misspelt filter that is ignored gives wrong results silently.</summary>
public sealed class KnownParameters(params IReadOnlyList<string> names) : IEndpointFilter
{
    /// <summary>Those that may stand more than once.</summary>
    public IReadOnlyList<string> Repeatable { get; init; } = [];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var query = context.HttpContext.Request.Query;
        if (query.Keys.FirstOrDefault(key => !Names().Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            return new(RequestProblem.BadRequest($"There is no parameter \"{unknown}\".", Known(), Extensions(unknown)));
        if (query.FirstOrDefault(parameter => parameter.Value.Count > 1 && !Repeatable.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase)) is { Key: { } twice })
            return new(RequestProblem.BadRequest($"The parameter \"{twice}\" stands more than once.", "Give it once.", Extensions(twice)));
        return next(context);
    }

    private IEnumerable<string> Names() => names.Concat(Repeatable);

    private string Known() => Names().Any() ? $"Use {string.Join(", ", Names())}." : "This operation takes none.";

    private static Dictionary<string, object?> Extensions(string parameter) => new() { ["parameter"] = parameter };
}
