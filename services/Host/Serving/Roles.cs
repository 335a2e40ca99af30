namespace Dateline.Host.Serving;

/// <summary>Which parts of the line a process plays.</summary>
public sealed class Roles(IEnumerable<Role> roles)
{
    private readonly HashSet<Role> roles = [.. roles];

    public static readonly Roles All = new(Enum.GetValues<Role>());

    public bool Has(Role role) => roles.Contains(role);

    public bool IsAll => roles.Count == All.roles.Count;

    /// <summary>The name under which the process's telemetry is found.</summary>
    public string ServiceName => IsAll ? "dateline" : $"dateline-{this}";

    /// <exception cref="ArgumentException">A name is no role, with those that are.</exception>
    public static Roles Parse(IReadOnlyCollection<string> names) => names.Count == 0 ? All : new(names.Select(Parse));

    private static Role Parse(string name) => Enum.TryParse<Role>(name, ignoreCase: true, out var role) && Enum.IsDefined(role)
        ? role
        : throw new ArgumentException($"There is no role '{name}'. Roles are: {string.Join(", ", Enum.GetNames<Role>()).ToLowerInvariant()}.");

    public override string ToString() => string.Join('-', roles.Order()).ToLowerInvariant();
}
