namespace Dateline.Fetcher.Files;

/// <summary>Judges the names that archives give to their entries. Nothing is ever written under them; one that leaves the archive tells of an attack.</summary>
internal static class EntryName
{
    private const int MaxLength = 1000;

    /// <summary>What systems add to an archive by themselves.</summary>
    public static bool IsClutter(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/', '\\')[^1] is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    public static string? Problem(string name) => name switch
    {
        _ when name.Length > MaxLength => "Its name is too long. Pack it anew under a shorter one.",
        "" or ['/' or '\\', ..] or [_, ':', ..] => "Its name is an absolute path. Pack it anew with a relative one.",
        _ when name.Contains('\0') || name.Split('/', '\\').Contains("..") => "Its name leads out of the archive. Pack it anew without '..'.",
        _ => null,
    };

    /// <summary>As it is shown: the archive's name, and the place in it.</summary>
    public static string In(string archive, string entry) => $"{archive}/{(entry.Length > MaxLength ? entry[..MaxLength] : entry).Replace('\0', ' ')}";
}
