namespace Dateline.Architecture.Tests;

/// <summary>A consumer's class name is its queue's name: two of one name would steal each other's messages.</summary>
public sealed class ConsumerTests
{
    private static readonly IReadOnlyList<(string Name, string Path)> Consumers =
    [
        .. SourceFile.Product.SelectMany(file => file.Types
            .Where(type => type.ConsumedMessages().Any())
            .Select(type => (type.Identifier.Text, file.Path))),
    ];

    [Fact]
    public void No_two_consumers_have_one_name() =>
        Consumers.GroupBy(consumer => consumer.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Select(consumer => consumer.Path).Distinct().Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(consumer => consumer.Path))}")
            .ShouldBeEmpty();

    [Fact]
    public void Consumers_are_called_consumers() =>
        Consumers.Where(consumer => !consumer.Name.EndsWith("Consumer")).ShouldBeEmpty();
}
