using Dateline.Testing;

namespace Dateline.Benchmarks;

/// <summary>
/// Writes news of 2 000 to 4 000 characters. The number is the seed: the same number is the same article on every run, and no two
/// share enough to be copies of each other.
/// </summary>
internal static class ArticleWriter
{
    private const int Shortest = 2_000;
    private const int Longest = 4_000;
    private static readonly DateTimeOffset FirstDay = new(2025, 1, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly string[] Towns = ["Averby", "Brackwater", "Calder Mills", "Dunmoor", "Eastlow", "Farrowgate", "Glanwick", "Holm Sands", "Lisbon", "Oslo", "Nairobi", "Toronto"];
    private static readonly string[] FirstNames = ["Ilse", "Tomas", "Priya", "Judith", "Ruben", "Hanna", "Kofi", "Marta", "Jonas", "Amina", "Pavel", "Grace"];
    private static readonly string[] LastNames = ["Tarrant", "Averill", "Castellan", "Vane", "Ashdown", "Soriano", "Mensah", "Helle", "Reed", "Okafor", "Dvorak", "Lindqvist"];
    private static readonly string[] Works = ["bridge", "harbour wall", "tram line", "library", "flood gate", "market hall", "observatory", "ferry pier", "water tower", "school"];
    private static readonly string[] Bodies = ["the council", "the harbour trust", "the growers' union", "the transport ministry", "the university", "the regional court", "the health board", "the chamber of trade"];
    private static readonly string[] Deeds = ["approved", "rejected", "postponed", "reopened", "criticised", "praised", "inspected", "paid for"];
    private static readonly string[] Times = ["on Monday", "on Tuesday", "late on Thursday", "in March", "last autumn", "before the summer", "after two years", "this week"];

    public static ArticleText Write(int number)
    {
        var random = new Random(number);
        var place = Pick(random, Towns);
        var work = Pick(random, Works);
        var body = Pick(random, Bodies);
        var target = random.Next(Shortest, Longest);
        var paragraphs = new List<string> { $"{Capital(body)} {Pick(random, Deeds)} the {work} of {place} {Pick(random, Times)}, according to report {number}, which {Name(random)} presented to {Pick(random, Bodies)}." };
        for (var length = paragraphs[0].Length; length < target; length += paragraphs[^1].Length)
            paragraphs.Add(Prose.Paragraph(random.Next(), random.Next(2, 5)));

        return new ArticleText(
            number, $"{Capital(body)} and the {work} of {place}: report {number}", Name(random), place, FirstDay.AddMinutes(number),
            $"What {Name(random)} said", $"The {work} of {place}, seen from the river.", paragraphs);
    }

    private static string Name(Random random) => $"{Pick(random, FirstNames)} {Pick(random, LastNames)}";

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
