using Dateline.Testing;

namespace Dateline.Pipeline.Tests.Lines;

/// <summary>Articles for tests: each number another text.</summary>
public static class Texts
{
    private static readonly string[] Towns = ["Averby", "Brackwater", "Calder Mills", "Dunmoor", "Eastlow", "Farrowgate", "Glanwick", "Holm Sands"];
    private static readonly string[] Things = ["bridge", "harbour wall", "tram line", "library", "flood gate", "market hall", "observatory", "ferry pier"];

    public static string Plain(int number) =>
        $"""
        Council of {Towns[number % Towns.Length]} votes on item {number}

        The council of {Towns[number % Towns.Length]} approved plan {number} for the {Things[number / 8 % Things.Length]} on Tuesday. {Prose.Paragraph(2 * number)}

        {Prose.Paragraph((2 * number) + 1)}
        """;

    public static string Page(string title, string paragraph, string? canonical = null) =>
        $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
        {(canonical is null ? "" : $"<link rel=\"canonical\" href=\"{canonical}\">")}</head>
        <body><article><h1>{title}</h1>
        <p>{paragraph} {Prose.Paragraph(Seed(paragraph))}</p>
        <p>{Prose.Paragraph(Seed(paragraph) + 1)}</p>
        <p>{Prose.Paragraph(Seed(paragraph) + 2)}</p>
        </article></body></html>
        """;

    /// <summary>The same on every run, unlike a string's own hash.</summary>
    private static int Seed(string text) => text.Aggregate(7, (seed, letter) => unchecked((seed * 31) + letter)) & 0xFFFFFF;

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
