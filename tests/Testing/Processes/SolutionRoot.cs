namespace Dateline.Testing;

/// <summary>Where the source tree is, seen from a test that runs out of its build output.</summary>
public static class SolutionRoot
{
    /// <summary>The folder of the solution file.</summary>
    public static string Path { get; } = Find();

    /// <summary>The path of something inside it.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Platform.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Platform.sln above {AppContext.BaseDirectory}: run the tests out of the source tree's artifacts folder.");
    }
}
