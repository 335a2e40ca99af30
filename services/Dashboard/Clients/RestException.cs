namespace Dateline.Dashboard.Clients;

/// <summary>A service answered with a problem, or did not answer at all.</summary>
public sealed class RestException(Problem problem, Exception? inner = null) : Exception(problem.Title, inner)
{
    public Problem Problem { get; } = problem;
}
