namespace Dateline.Testing;

/// <summary>
/// Writes English paragraphs that share no run of words worth speaking of, so that no two count as copies of each other. The seed
/// is the text: the same one is the same text on every run.
/// </summary>
public static class Prose
{
    private static readonly string[] Subjects =
    [
        "a baker", "the harbour master", "an old teacher", "the court", "one engineer", "the ferry company", "a cousin of the mayor", "the museum", "every second driver", "the fire brigade",
        "a choir", "the water board", "an auditor", "the night nurse", "a carpenter", "the library", "the union", "a farmer", "the orchestra", "one historian", "the lighthouse keeper", "a clerk",
    ];

    private static readonly string[] Verbs =
    [
        "found", "sold", "rejected", "measured", "praised", "repaired", "lost", "painted", "inspected", "questioned", "insured", "moved", "described", "closed", "opened", "borrowed", "counted",
        "refused", "remembered", "delivered", "weighed", "photographed",
    ];

    private static readonly string[] Things =
    [
        "the viaduct", "forty crates of apples", "the second bell", "a map of the marsh", "nine boats", "the winter timetable", "the east wing", "two bridges", "a letter from the coast", "the tram depot",
        "the school roof", "three wells", "an empty warehouse", "the new turbine", "a statue", "the market hall", "the railway crossing", "sixty chairs", "a broken clock", "the oldest orchard", "the ice rink",
    ];

    private static readonly string[] Times =
    [
        "on Monday", "before sunrise", "in late autumn", "after the storm", "during the fair", "within a week", "against all advice", "for the third time", "without a word", "at the last moment",
        "between two meetings", "under heavy rain", "long after midnight", "with borrowed tools", "in front of reporters", "as the council voted", "while the band played", "despite the frost",
    ];

    public static string Paragraph(int seed, int sentences = 4)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, sentences).Select(_ =>
        {
            var sentence = $"{Pick(random, Subjects)} {Pick(random, Verbs)} {Pick(random, Things)} {Pick(random, Times)}, and {Pick(random, Subjects)} {Pick(random, Verbs)} {Pick(random, Things)}";
            return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]} {Pick(random, Times)}.";
        }));
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}
