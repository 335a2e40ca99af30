using Dateline.Enricher.Places;

namespace Dateline.Enricher.Tests.Places;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("New Delhi", "IN")]
    [InlineData("KIGALI", "RW")]
    [InlineData("München", "DE")]
    [InlineData("МОСКВА", "RU")]
    [InlineData("Nairobi, Kenya", "KE")]
    [InlineData("Washington, D.C.", "US")]
    public void Knows_the_country_of_a_large_city(string name, string country) => Gazetteer.Find(name)!.Country.ShouldBe(country);

    [Theory]
    [InlineData("Lower Snodbury")]
    [InlineData("London, Ontario")]
    [InlineData("")]
    [InlineData(",")]
    public void Does_not_guess(string name) => Gazetteer.Find(name).ShouldBeNull();

    [Fact]
    public void Gives_coordinates_to_a_tenth_of_a_degree() =>
        Gazetteer.Find("Nuova Delhi").ShouldBe(new KnownPlace("New Delhi", "IN", 28.6, 77.2));
}
