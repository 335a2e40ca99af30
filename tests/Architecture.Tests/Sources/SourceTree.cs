using Dateline.Testing;

namespace Dateline.Architecture.Tests;

/// <summary>The files people wrote, without what a build or a run makes.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> Made = ["artifacts", "bin", "obj", "data", ".git", "node_modules", "TestResults"];

    /// <summary>Paths from the solution's root, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files(string pattern, params string[] areas) =>
    [
        .. Folders(areas)
            .SelectMany(folder => Directory.EnumerateFiles(SolutionRoot.Combine(folder), pattern).Select(Relative))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every folder below the areas, the areas themselves included; without areas, the whole tree.</summary>
    public static IEnumerable<string> Folders(params string[] areas)
    {
        var open = new Stack<string>(areas.Length == 0 ? [""] : areas);
        while (open.TryPop(out var folder))
        {
            yield return folder;
            foreach (var child in Directory.EnumerateDirectories(SolutionRoot.Combine(folder)))
            {
                if (!Made.Contains(Path.GetFileName(child)))
                    open.Push(Relative(child));
            }
        }
    }

    private static string Relative(string path) => Path.GetRelativePath(SolutionRoot.Path, path).Replace('\\', '/');
}
