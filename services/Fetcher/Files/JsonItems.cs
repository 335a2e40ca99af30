using System.Globalization;

namespace Dateline.Fetcher.Files;

/// <summary>Takes the values out of JSON: those of a list, or one on each line, or one after the other. A value by itself is a document.</summary>
internal static class JsonItems
{
    public static IEnumerable<FileItem> Read(FileSource source, string name, UnpackingBudget budget)
    {
        if (source.Ahead is [0xEF, 0xBB, 0xBF, ..])
            source.Skip(3);
        var scanner = new JsonScanner(source, budget.Options.MaxItemBytes);
        if (scanner.EnterList())
            return List(scanner, name, budget);

        var first = scanner.Next();
        if (!scanner.MoreFollows())
            return first.Bytes is { } single ? Single(single, name, budget) : [budget.TooLarge(name)];
        return Sequence(source, scanner, first, name, budget);
    }

    private static IEnumerable<FileItem> Single(byte[] value, string name, UnpackingBudget budget)
    {
        if (budget.Fields.ListPath is { } path && MappedJson.Values(value, path) is { } values)
            return values.Select((inner, i) => Item(new JsonValueBytes(inner, Complete: true), name, i + 1, budget));
        return [new FileItem(name) { Bytes = MappedJson.Apply(value, budget.Fields) }];
    }

    private static IEnumerable<FileItem> List(JsonScanner scanner, string name, UnpackingBudget budget)
    {
        var number = 0;
        while (scanner.MoreFollows())
            yield return Item(scanner.Next(), name, ++number, budget);
        if (number == 0)
            yield return FileItem.Refused(name, "The list is empty.");
        if (!scanner.ListClosed)
            yield return FileItem.Refused(name, $"The list breaks off after {number} items, which were taken. Get the file again.");
    }

    private static IEnumerable<FileItem> Sequence(FileSource source, JsonScanner scanner, JsonValueBytes first, string name, UnpackingBudget budget)
    {
        var number = 1;
        yield return Item(first, name, number, budget);
        if (first.Bytes is null || first.Bytes.Contains((byte)'\n'))
        {
            while (scanner.MoreFollows())
                yield return Item(scanner.Next(), name, ++number, budget);
            yield break;
        }

        // One on each line: a line that is broken costs only itself.
        while (source.ReadLine(budget.Options.MaxItemBytes, out var cut) is { } line)
        {
            number++;
            if (cut)
                yield return budget.TooLarge(NameOf(name, number));
            else if (!line.AsSpan().Trim(" \t\r"u8).IsEmpty)
                yield return Item(new JsonValueBytes(line, Complete: true), name, number, budget);
        }
    }

    private static FileItem Item(JsonValueBytes value, string name, int number, UnpackingBudget budget) => value switch
    {
        { Bytes: null } => budget.TooLarge(NameOf(name, number)),
        { Complete: false } => FileItem.Refused(NameOf(name, number), "The file ends in the middle of it. Get the file again."),
        _ => new FileItem(NameOf(name, number)) { Bytes = MappedJson.Apply(value.Bytes, budget.Fields), MediaType = "application/json" },
    };

    private static string NameOf(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}/{number}");
}
