using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Dateline.Contracts.Tests;

public sealed class WireFormatTests
{
    public static TheoryData<string> MessageNames => [.. Wire.Messages.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(MessageNames))]
    public void Is_the_approved_one(string message) =>
        Approved.ShouldMatch(message, Wire.Describe(Sample(message)));

    [Fact]
    public void Names_of_enums_are_the_approved_ones()
    {
        var names = new JsonObject();
        foreach (var type in typeof(Journey).Assembly.GetExportedTypes().Where(type => type.IsEnum).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            names[type.Name] = new JsonArray([.. Enum.GetValues(type).Cast<object>()
                .Select(value => JsonSerializer.SerializeToNode(value, type))]);
        }

        Approved.ShouldMatch("enums", Wire.ToText(names));
    }

    [Theory]
    [MemberData(nameof(MessageNames))]
    public void Shows_every_member_in_its_approved_file(string message) =>
        Unfilled(Sample(message), message).ShouldBeEmpty("fill these members in Samples.cs");

    [Theory]
    [MemberData(nameof(MessageNames))]
    public void Loses_nothing_on_the_way(string message)
    {
        var sample = Sample(message);

        var received = Wire.Read(Wire.Write(sample), sample.GetType());

        Wire.Describe(received).ShouldBe(Wire.Describe(sample));
    }

    [Fact]
    public void Rebuilds_the_text_from_the_blocks_that_travel()
    {
        var sent = (ArticleParsed)Sample(nameof(ArticleParsed));

        var received = (ArticleParsed)Wire.Read(Wire.Write(sent), typeof(ArticleParsed));

        received.Article.Text.ShouldBe("Crossing\n\nThe ferry sails again, <daily> & at \"eight\".");
    }

    private static object Sample(string message) => Samples.All.Single(sample => sample.GetType().Name == message);

    // A member that is empty, or has the value it would have anyway, is not written out and nobody would see it change.
    private static IEnumerable<string> Unfilled(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(Travels))
        {
            var member = property.GetValue(value);
            var name = $"{path}.{property.Name}";
            if (member is null or "" or false || (member is ICollection { Count: 0 }))
                yield return name;
            else if (member is IEnumerable list and not string)
            {
                foreach (var inner in list.Cast<object>().Where(IsContract).Take(1).SelectMany(item => Unfilled(item, name)))
                    yield return inner;
            }
            else if (IsContract(member))
            {
                foreach (var inner in Unfilled(member, name))
                    yield return inner;
            }
        }
    }

    private static bool Travels(PropertyInfo property) => property.GetCustomAttribute<JsonIgnoreAttribute>() is null;

    private static bool IsContract(object value) => value.GetType().Assembly == typeof(Journey).Assembly && !value.GetType().IsEnum;
}
