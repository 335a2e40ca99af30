using System.Xml.Linq;
using Dateline.Testing;

namespace Dateline.Architecture.Tests;

/// <summary>What a project file says, for rules about who may refer to whom.</summary>
internal sealed record ProjectFile
{
    /// <summary>From the solution's root, with forward slashes.</summary>
    public required string Path { get; init; }

    public required XDocument Content { get; init; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    /// <summary>shared, services or tests.</summary>
    public string Area => Path.Split('/')[0];

    /// <summary>Project files it refers to, from the solution's root.</summary>
    public IReadOnlyList<string> References => [.. Includes("ProjectReference").Select(FromRoot)];

    public IReadOnlyList<string> Packages => Includes("PackageReference");

    public IReadOnlyList<string> Frameworks => Includes("FrameworkReference");

    /// <summary>Every path it names, from the solution's root; a path out of the tree begins with two dots.</summary>
    public IReadOnlyList<string> Paths =>
    [
        .. Content.Descendants().SelectMany(element => element.Attributes())
            .Where(attribute => attribute.Name.LocalName is "Include" or "Update" or "Project" or "HintPath" && attribute.Value.Contains('/'))
            .Select(attribute => FromRoot(attribute.Value)),
    ];

    public static IReadOnlyList<ProjectFile> All { get; } =
    [
        .. SourceTree.Files("*.csproj").Select(path => new ProjectFile { Path = path, Content = XDocument.Load(SolutionRoot.Combine(path)) }),
    ];

    /// <summary>What is shipped: everything but the tests.</summary>
    public static IReadOnlyList<ProjectFile> Product { get; } = [.. All.Where(project => project.Area is not "tests")];

    private List<string> Includes(string element) =>
        [.. Content.Descendants(element).Select(found => found.Attribute("Include")?.Value).OfType<string>()];

    private string FromRoot(string path) => System.IO.Path
        .GetRelativePath(SolutionRoot.Path, System.IO.Path.GetFullPath(path.Replace('\\', '/'), SolutionRoot.Combine(Folder)))
        .Replace('\\', '/');
}
