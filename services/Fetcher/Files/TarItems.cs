using System.Formats.Tar;

namespace Dateline.Fetcher.Files;

/// <summary>Takes the files out of a tar archive as it streams by.</summary>
internal static class TarItems
{
    public static IEnumerable<FileItem> Read(Stream stream, string name, UnpackingBudget budget)
    {
        using var archive = new TarReader(stream);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.Directory or TarEntryType.DirectoryList or TarEntryType.GlobalExtendedAttributes || EntryName.IsClutter(entry.Name))
                continue;

            var shown = EntryName.In(name, entry.Name);
            yield return EntryName.Problem(entry.Name) is { } problem ? FileItem.Refused(shown, problem)
                : entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink ? FileItem.Refused(shown, "It is a link, and links are not followed. Pack the file itself.")
                : entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile) ? FileItem.Refused(shown, "It is no file.")
                : entry.DataStream is not { } content ? new FileItem(shown)
                : entry.Length > budget.Options.MaxItemBytes ? budget.TooLarge(shown)
                : new FileSource(content).ReadToEnd(budget.Options.MaxItemBytes, content.Length) is { } bytes ? new FileItem(shown) { Bytes = bytes }
                : budget.TooLarge(shown);
        }
    }
}
