namespace Dateline.Pipeline.Tests.Lines;

/// <summary>Articles for tests: each number another text.</summary>
public static class Texts
{
    private static readonly string[] Towns = ["Averby", "Brackwater", "Calder Mills", "Dunmoor", "Eastlow", "Farrowgate", "Glanwick", "Holm Sands"];
    private static readonly string[] Things = ["bridge", "harbour wall", "tram line", "library", "flood gate", "market hall", "observatory", "ferry pier"];

    public static string Plain(int number) =>
        $"""
        Council of {Towns[number % Towns.Length]} votes on item {number}

        The council of {Towns[number % Towns.Length]} approved the plan to rebuild the {Things[number / 8 % Things.Length]} on Tuesday, the clerk said, after a debate that began under reference {number} last autumn.

        Residents who spoke at the hearing asked for a shorter closure. The contractor named {number * 37 % 997} days as the least it would need, and promised a footpath for the time of the works.

        A second reading is expected next month, when the finance committee reports on the cost, which file {number} puts at {number * 13 % 4999} thousand crowns.
        """;

    public static string Page(string title, string paragraph, string? canonical = null) =>
        $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
        {(canonical is null ? "" : $"<link rel=\"canonical\" href=\"{canonical}\">")}</head>
        <body><article><h1>{title}</h1>
        <p>{paragraph} The committee met for three hours and heard nineteen speakers before it came to its decision late in the evening.</p>
        <p>Engineers had warned in spring that the structure would not stand another winter without repair, and asked for money that the town did not have at the time.</p>
        <p>Work is to begin after the summer holidays, the clerk said, and should be finished before the first frost of the coming year.</p>
        </article></body></html>
        """;

    /// <summary>In the shape of a wire text: dateline with agency, no headline, a see-also line, a sub-heading, a caption twice.</summary>
    public const string Wire =
        """
        Port Ellery, 14 May 2024 (NNA): Harbour Minister Odile Fernandry opened the new breakwater in Port Ellery on Tuesday after eleven years of construction.

        The breakwater is 940 metres long and shelters the fishing fleet from the north-westerly storms that sank four boats in 2012.

        Also Read: Ferry line to Saint Morrow reopens after repairs

        The minister thanked the divers who had laid the foundation stones and said that the fund for the widows would be kept open.

        Fishermen remain sceptical

        Boat owners said that the entrance had become too narrow for the larger trawlers, and asked for a second light on the pier head.

        Harbour Minister Odile Fernandry cuts the ribbon with the harbour master of Port Ellery.
        Harbour Minister Odile Fernandry cuts the ribbon with the harbour master, of Port Ellery

        The ministry answered that a survey of the entrance would be finished by September.
        """;
}
