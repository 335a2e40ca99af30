using Dateline.Dashboard.Text;

namespace Dateline.Dashboard.Tests.Text;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.42, "0.4 ms")]
    [InlineData(17.3, "17 ms")]
    [InlineData(999.7, "1.0 s")]
    [InlineData(1240, "1.2 s")]
    [InlineData(61_000, "1 min")]
    [InlineData(5_400_000, "1.5 h")]
    [InlineData(172_800_000, "2.0 days")]
    public void Writes_a_duration_in_the_unit_that_fits(double milliseconds, string text) => Quantity.Duration(milliseconds).ShouldBe(text);

    [Theory]
    [InlineData(1, "1 byte")]
    [InlineData(644, "644 bytes")]
    [InlineData(1523, "1.5 kB")]
    [InlineData(2_000_000, "2 MB")]
    public void Writes_a_size_in_the_unit_that_fits(long bytes, string text) => Quantity.Bytes(bytes).ShouldBe(text);

    [Fact]
    public void Groups_the_digits_of_a_large_count() => Quantity.Count(1234567).ShouldBe("1,234,567");
}
