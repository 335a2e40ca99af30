using Dateline.Fetcher.Files;
using static Dateline.Fetcher.Tests.Files.Packed;

namespace Dateline.Fetcher.Tests.Files;

/// <summary>Files in which the parts of an article are called something else.</summary>
public sealed class FieldMapTests
{
    [Fact]
    public void Names_the_members_of_json_as_the_parser_knows_them() =>
        Split("""{"Kopf":{"Titel":"A"},"Absatz":["one","two"],"id":7}""", "Kopf.Titel=title,Absatz.1=text").ShouldBe(
            ["""{"headline":"A","articleBody":"two","Kopf":{"Titel":"A"},"Absatz":["one","two"],"id":7}"""]);

    [Fact]
    public void What_somebody_explained_stands_before_a_member_of_that_name() =>
        Split("""{"headline":"Not this","Titel":"A"}""", "Titel=title").ShouldBe(["""{"headline":"A","Titel":"A"}"""]);

    [Fact]
    public void Takes_the_documents_out_of_a_list_within_an_object() =>
        Split("""{"response":{"docs":[{"b":"one"},{"b":"two"}]}}""", "response.docs=items,b=text").ShouldBe(
            ["""{"articleBody":"one","b":"one"}""", """{"articleBody":"two","b":"two"}"""]);

    [Fact]
    public void Explains_every_line() =>
        Split("{\"b\":\"one\"}\n{\"c\":\"two\"}\n", "b=text").ShouldBe(["""{"articleBody":"one","b":"one"}""", """{"c":"two"}"""]);

    [Fact]
    public void Explains_columns() =>
        Split("Kopf;Inhalt\nA;one\n", "Kopf=title,inhalt=text").ShouldBe(["""{"title":"A","text":"one"}"""]);

    [Fact]
    public void What_is_said_of_one_file_stands_before_what_is_configured() =>
        new FileSplitter(new UnpackingOptions { Fields = new Dictionary<string, string> { ["b"] = "title", ["c"] = "text" } })
            .Split(new MemoryStream(Bytes("""{"b":"one","c":"two"}""")), "a", FieldMap.Parse("b=author")).Select(Text).ShouldBe(
                ["""{"author":"one","articleBody":"two","b":"one","c":"two"}"""]);

    [Theory]
    [InlineData("a=body", "It can mean title, text")]
    [InlineData("a", "theirs=ours")]
    public void Says_what_is_wrong_with_it(string fields, string problem) =>
        Should.Throw<ArgumentException>(() => FieldMap.Parse(fields)).Message.ShouldContain(problem);

    private static IEnumerable<string> Split(string text, string fields) =>
        new FileSplitter(new UnpackingOptions()).Split(new MemoryStream(Bytes(text)), "a", FieldMap.Parse(fields)).Select(Text);
}
