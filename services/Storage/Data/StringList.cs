using System.Text.Json;
using Dateline.Storage.Articles;

namespace Dateline.Storage.Data;

/// <summary>Keeps a list of names in one text column.</summary>
internal static class StringList
{
    public static string Write(IReadOnlyList<string> list) => JsonSerializer.Serialize(list, ArchiveJson.Options);

    public static IReadOnlyList<string> Read(string json) => JsonSerializer.Deserialize<string[]>(json, ArchiveJson.Options) ?? [];
}
