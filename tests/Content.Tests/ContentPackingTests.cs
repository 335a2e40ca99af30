using System.Text;

namespace Dateline.Content.Tests;

public sealed class ContentPackingTests
{
    [Fact]
    public void Text_comes_back_as_it_was_and_takes_less_room()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>The council met on Tuesday.</p>\n", 500)));

        var packed = ContentPacking.Pack(bytes);

        packed.Compressed.ShouldBeTrue();
        packed.Bytes.Length.ShouldBeLessThan(bytes.Length / 5);
        ContentPacking.Unpack(packed).ShouldBe(bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40_000)]
    public void What_does_not_shrink_is_kept_as_it_is(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);

        var packed = ContentPacking.Pack(bytes);

        packed.Compressed.ShouldBeFalse();
        packed.Length.ShouldBe(length);
        ContentPacking.Unpack(packed).ShouldBe(bytes);
    }

    [Fact]
    public void The_same_bytes_have_the_same_key() =>
        ContentPacking.Pack("abc"u8).Key.ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void Damage_is_said_and_not_passed_on()
    {
        var packed = ContentPacking.Pack(new byte[5_000]);
        var damaged = new RawContent { Key = packed.Key, Bytes = packed.Bytes[..^1], Compressed = true, Length = packed.Length };

        Should.Throw<InvalidDataException>(() => ContentPacking.Unpack(damaged)).Message.ShouldContain(packed.Key);
    }
}
