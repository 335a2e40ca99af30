namespace Dateline.Benchmarks;

/// <summary>
/// Writes news of 2 000 to 4 000 characters. The number is the seed: the same number is the same article on every run, and each number
/// names itself, so that no two are duplicates.
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
            paragraphs.Add(string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => Sentence(random, place, work))));

        return new ArticleText(
            number, $"{Capital(body)} and the {work} of {place}: report {number}", Name(random), place, FirstDay.AddMinutes(number),
            $"What {Name(random)} said", $"The {work} of {place}, seen from the river.", paragraphs);
    }

    private static string Sentence(Random random, string place, string work) => random.Next(12) switch
    {
        0 => $"{Name(random)}, who speaks for {Pick(random, Bodies)}, said that the {work} would cost {random.Next(2, 900)} million crowns.",
        1 => $"People in {place} had asked for a decision {Pick(random, Times)}, and {random.Next(20, 5000)} of them signed a letter.",
        2 => $"\"We have waited long enough for the {work},\" {Name(random)} told reporters in {Pick(random, Towns)}.",
        3 => $"The plan goes back to {random.Next(1950, 2024)}, when {Pick(random, Bodies)} first {Pick(random, Deeds)} it.",
        4 => $"Engineers from {Pick(random, Towns)} measured the foundations {Pick(random, Times)} and found them {random.Next(2, 90)} millimetres lower than on the drawings.",
        5 => $"Work is to begin {Pick(random, Times)} and to last {random.Next(3, 40)} months, if the weather allows.",
        6 => $"Shopkeepers near the {Pick(random, Works)} fear for their trade while the streets around it are closed.",
        7 => $"A similar case in {Pick(random, Towns)} ended in court, where {Name(random)} won {random.Next(10, 90)} thousand crowns for {Pick(random, Bodies)}.",
        8 => $"{Capital(Pick(random, Bodies))} did not answer questions, but published {random.Next(4, 300)} pages of figures {Pick(random, Times)}.",
        9 => $"The contractor employs {random.Next(12, 900)} people, most of whom live between {place} and {Pick(random, Towns)}.",
        10 => $"Nobody could say who had {Pick(random, Deeds)} the earlier design, and {Name(random)} called that a scandal.",
        _ => $"Neighbours were less pleased: the noise at the {Pick(random, Works)} starts at {random.Next(5, 9)} in the morning.",
    };

    private static string Name(Random random) => $"{Pick(random, FirstNames)} {Pick(random, LastNames)}";

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
