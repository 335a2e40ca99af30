namespace Dateline.Parser.Tests;

/// <summary>Finds files of the repository from wherever the tests were built.</summary>
internal static class Repository
{
    public static string Path(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Platform.sln")))
            folder = folder.Parent;

        return System.IO.Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository."), relative);
    }
}
