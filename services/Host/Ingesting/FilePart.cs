using Dateline.Fetcher.Files;

namespace Dateline.Host.Ingesting;

/// <summary>Items that are sent together.</summary>
/// <param name="Progress">How many files, or what share of one, were read for it.</param>
internal sealed record FilePart(IReadOnlyList<FileItem> Items, double Progress);
