using Dateline.Parser.Body;

namespace Dateline.Parser.Tests.Body;

/// <summary>What a passage's words say of it.</summary>
public sealed class WordingTests
{
    [Fact]
    public void The_case_of_letters_makes_no_difference() => Buckets("READ More Stories").ShouldBe(Buckets("read more stories"));

    [Fact]
    public void Numbers_are_told_by_their_length()
    {
        Buckets("Posted 12 minutes ago").ShouldBe(Buckets("Posted 47 minutes ago"));
        Buckets("Posted 12 minutes ago").ShouldNotBe(Buckets("Posted 120 minutes ago"));
    }

    /// <summary>Each word, each with the one before it, and the last as such.</summary>
    [Fact]
    public void A_long_passage_shows_itself_by_its_first_words()
    {
        Buckets("one two three").Count.ShouldBe(7);
        Buckets(string.Join(' ', Enumerable.Repeat("word", 5000))).Count.ShouldBe(80);
    }

    [Fact]
    public void A_model_that_was_saved_says_the_same()
    {
        var passages = PassageList.Of("<p>Sign up for our newsletter</p><p>The board has voted.</p>");
        var weights = new sbyte[Wording.Buckets];
        new Random(1).NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        var wording = new Wording(weights, 0.01f);
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true))
            wording.Save(writer);
        file.Position = 0;
        using var reader = new BinaryReader(file);

        Wording.Load(reader).Score(passages).ShouldBe(wording.Score(passages));
        file.Position.ShouldBe(file.Length);
    }

    private static List<int> Buckets(string text)
    {
        var buckets = new List<int>();
        Wording.Read(text, buckets);
        return buckets;
    }
}
