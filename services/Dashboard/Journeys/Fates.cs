namespace Dateline.Dashboard.Journeys;

/// <summary>The fates of documents as the pages name and explain them.</summary>
internal static class Fates
{
    public static readonly IReadOnlyList<string> All = ["stored", "revised", "unchanged", "duplicate", "rejected", "quarantined", "in-flight"];

    public static string Title(string fate) => fate switch
    {
        "in-flight" => "In flight",
        "" => "",
        _ => char.ToUpperInvariant(fate[0]) + fate[1..],
    };

    public static string Meaning(string fate) => fate switch
    {
        "stored" => "A new article is in the archive",
        "revised" => "A known article got a new revision",
        "unchanged" => "The archive has exactly this already",
        "duplicate" => "The same text is there under another address",
        "rejected" => "A stage decided to stop, and says why",
        "quarantined" => "It failed for good and waits for a cure and a replay",
        "in-flight" => "Accepted and not settled yet",
        _ => fate,
    };
}
