using Dateline.Host.Commands;

namespace Dateline.Host.Ingesting;

/// <summary>One file or address that a user wants in the archive.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Path">Of a file; null for an address.</param>
internal sealed record IngestItem(string Name, string? Path)
{
    public bool IsUrl => Path is null;

    /// <summary>All files and addresses behind what was given, in a stable order.</summary>
    /// <exception cref="UserException">Something does not exist.</exception>
    public static IEnumerable<IngestItem> Find(IEnumerable<string> given)
    {
        foreach (var item in given)
        {
            if (Uri.TryCreate(item, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                yield return new IngestItem(item, null);
            else if (File.Exists(item))
                yield return new IngestItem(System.IO.Path.GetFileName(item), item);
            else if (Directory.Exists(item))
                foreach (var file in Directory.EnumerateFiles(item, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                    yield return new IngestItem(System.IO.Path.GetRelativePath(item, file), file);
            else
                throw new UserException($"There is no file, folder or address '{item}'. Addresses start with http:// or https://.");
        }
    }
}
