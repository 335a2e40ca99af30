using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dateline.Testing;

namespace Dateline.Architecture.Tests;

/// <summary>What is taken from others: which versions, under which licences, and why.</summary>
public sealed partial class DependencyTests
{
    [Fact]
    public void Every_project_has_its_versions_locked() =>
        ProjectFile.All.Select(project => $"{project.Folder}/packages.lock.json").Except(LockFile.All.Select(file => file.Path)).ShouldBeEmpty();

    // 8.x is the last line under an open licence.
    [Fact]
    public void MassTransit_stays_on_its_last_open_line() =>
        Resolved(name => name.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase))
            .Where(found => found.Version is not { Major: 8, Minor: 5 })
            .ShouldBeEmpty();

    [Fact]
    public void Versions_stand_in_one_place() =>
        ProjectFile.All.SelectMany(project => project.Content.Descendants("PackageReference")
                .Where(reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null)
                .Select(reference => $"{project.Path}: {reference.Attribute("Include")?.Value}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_readme_explains_every_package_and_no_other()
    {
        var shared = SourceTree.Files("Directory.Build.props")
            .SelectMany(path => XDocument.Load(SolutionRoot.Combine(path)).Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")!.Value);
        var used = ProjectFile.All.SelectMany(project => project.Packages).Concat(shared).Distinct().ToList();
        var explained = DependencyRows().ToList();

        used.Except(explained).Order().ShouldBeEmpty("add a row to the table under \"## Dependencies\" in README.md: `Package` | licence | why");
        explained.Except(used).Order().ShouldBeEmpty("nothing refers to these any more: take their rows out of README.md");
    }

    private static IEnumerable<(string Path, string Name, Version Version)> Resolved(Func<string, bool> which)
    {
        var found = LockFile.All.SelectMany(file => file.Resolved.Where(package => which(package.Key))
            .Select(package => (file.Path, package.Key, package.Value))).ToList();
        found.ShouldNotBeEmpty();
        return found;
    }

    private static IEnumerable<string> DependencyRows()
    {
        var path = SolutionRoot.Combine("README.md");
        File.Exists(path).ShouldBeTrue("README.md is missing");
        return File.ReadLines(path)
            .SkipWhile(line => line.Trim() != "## Dependencies").Skip(1)
            .TakeWhile(line => !line.StartsWith("## "))
            .Select(line => FirstCell().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["id"].Value);
    }

    [GeneratedRegex(@"^\|\s*`(?<id>[^`]+)`\s*\|", RegexOptions.CultureInvariant)]
    private static partial Regex FirstCell();
}
