namespace Dateline.Dashboard.Clients;

/// <summary>Builds addresses with a query string, for requests and for links between pages.</summary>
public static class Query
{
    /// <summary>Parameters without a value are left out.</summary>
    public static string Of(string path, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var query = string.Join('&', parameters
            .Where(parameter => !string.IsNullOrWhiteSpace(parameter.Value))
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!.Trim())}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
