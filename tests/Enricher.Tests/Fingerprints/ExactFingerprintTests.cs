using Dateline.Enricher.Fingerprints;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Enricher.Tests.Fingerprints;

public sealed class ExactFingerprintTests
{
    private const string Text = "“We won’t wait,” she said. Costs rose 5% to $3.";

    private readonly string _fingerprint = ExactFingerprint.Of("Title", Text);

    [Theory]
    [InlineData("\"We won't wait\", she said.\n\nCosts rose 5% to $3")]
    [InlineData("  “WE WON’T WAIT,”\tshe said. Costs\u00A0rose 5% to $3. ")]
    [InlineData("“We won’t wait,” she said. Co\u00ADsts rose 5% to $3.")]
    public void Is_blind_to_typography(string same) => ExactFingerprint.Of("Title", same).ShouldBe(_fingerprint);

    [Theory]
    [InlineData("“We won’t wait,” he said. Costs rose 5% to $3.")]
    [InlineData("“We won’t wait,” she said. Costs rose 5 to $3.")]
    [InlineData("“We won’t wait,” she said. Costs rose 5% to €3.")]
    [InlineData("“We won’t wait,” she said. Costs rose 5% to $30.")]
    public void Sees_another_word_or_sign(string other) => ExactFingerprint.Of("Title", other).ShouldNotBe(_fingerprint);

    [Fact]
    public void Sees_another_title() => ExactFingerprint.Of("Another title", Text).ShouldNotBe(_fingerprint);

    [Fact]
    public void Keeps_title_and_text_apart() => ExactFingerprint.Of("a b", "c").ShouldNotBe(ExactFingerprint.Of("a", "b c"));

    [Fact]
    public void Is_the_hash_of_the_words_in_lower_case() =>
        // SHA-256 of "a b", a line feed in one byte, and "c", the words in UTF-16.
        ExactFingerprint.Of("A, b!", "(C)").ShouldBe("7cd3dbbba570f7225595d72e4383b2ff38a322bca2f5fc74ec3345b954c696c1");

    [Fact]
    public void Does_not_change_with_white_space() =>
        Prop.ForAll<NonEmptyArray<NonEmptyString>>(words =>
            ExactFingerprint.Of(null, string.Join(" ", words.Get.Select(word => word.Get)))
            == ExactFingerprint.Of("", "\n" + string.Join("\r\n\t ", words.Get.Select(word => word.Get)) + "  "))
            .QuickCheckThrowOnFailure();
}
