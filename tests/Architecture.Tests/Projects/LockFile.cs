using System.Text.Json;
using Dateline.Testing;

namespace Dateline.Architecture.Tests;

/// <summary>The versions a project really gets, direct and transitive.</summary>
internal sealed record LockFile(string Path, IReadOnlyDictionary<string, Version> Resolved)
{
    public static IReadOnlyList<LockFile> All { get; } = [.. SourceTree.Files("packages.lock.json").Select(Read)];

    private static LockFile Read(string path)
    {
        using var content = JsonDocument.Parse(File.ReadAllText(SolutionRoot.Combine(path)));
        var resolved = content.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.TryGetProperty("resolved", out _))
            .GroupBy(package => package.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => group.Min(package => Version.Parse(package.Value.GetProperty("resolved").GetString()!.Split('-', '+')[0]))!,
                StringComparer.OrdinalIgnoreCase);
        return new LockFile(path, resolved);
    }
}
