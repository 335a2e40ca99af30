namespace Dateline.Hosting.Access;

/// <summary>What an API key may do. Each scope includes the ones before it. The names are authorization policies too.</summary>
public static class Scopes
{
    public const string Read = "read";
    public const string Ingest = "ingest";
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = [Read, Ingest, Admin];

    /// <summary>The scope itself and those it includes.</summary>
    public static IEnumerable<string> Included(string scope) => All.TakeWhile(other => other != scope).Append(scope);
}
