using MudBlazor;

namespace Dateline.Dashboard.Journeys;

/// <summary>The stages of the line as the pages name and picture them.</summary>
internal static class Stations
{
    public static readonly IReadOnlyList<string> All = ["accept", "dispatch", "parse", "enrich", "store", "settle"];

    public static string Title(string stage) => stage.Length == 0 ? "" : char.ToUpperInvariant(stage[0]) + stage[1..];

    public static string Purpose(string stage) => stage switch
    {
        "accept" => "Raw bytes and ledger row are committed together",
        "dispatch" => "The fetcher hands the document to the line",
        "parse" => "Bytes become an article",
        "enrich" => "Language, keywords and more are found",
        "store" => "The article is written and can be queried",
        "settle" => "The ledger gets the fate",
        _ => stage,
    };

    public static string Icon(string stage) => stage switch
    {
        "accept" => Icons.Material.Outlined.Inbox,
        "dispatch" => Icons.Material.Outlined.Send,
        "parse" => Icons.Material.Outlined.Article,
        "enrich" => Icons.Material.Outlined.AutoAwesome,
        "store" => Icons.Material.Outlined.Inventory2,
        "settle" => Icons.Material.Outlined.TaskAlt,
        _ => Icons.Material.Outlined.Circle,
    };
}
