using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Documentation;

/// <summary>What the intake's users are promised: every operation shown, nothing broken, no parameter ignored.</summary>
public sealed class IntakeDescriptionTests(IntakeApi api) : IClassFixture<IntakeApi>
{
    [Fact]
    public async Task Every_operation_shows_how_it_is_used() =>
        (await ApiDescription.ReadAsync(api.Http)).Operations.SelectMany(operation => operation.MissingExamples)
            .ShouldBeEmpty("Add them to services/Fetcher/Documentation/examples.json.");

    [Fact]
    public async Task Examples_are_what_operations_take_and_give() =>
        ApiExampleCheck.Unreadable(await ApiDescription.ReadAsync(api.Http), api.Services).ShouldBeEmpty();

    [Fact]
    public async Task Every_operation_refuses_a_parameter_that_it_does_not_have() =>
        (await (await ApiDescription.ReadAsync(api.Http)).CarelessAsync(api.Http)).ShouldBeEmpty();

    [Fact]
    public async Task Nothing_breaks_those_who_rely_on_the_published_description() =>
        (await (await ApiDescription.ReadAsync(api.Http)).BreaksAsync("intake.v1.json"))
            .ShouldBeEmpty("Add beside what is published; never change or remove it. Then run this with DATELINE_PUBLISH_API=1, look at what changed, and commit the file.");

    [Fact]
    public async Task Documents_may_be_asked_for_by_several_ids()
    {
        using var found = await api.Http.GetAsync("/v1/documents?id=01a21381-426e-7a7e-92f4-1e580f19b770&id=01a21381-4218-7cac-909f-ed72cf6bf20e");
        found.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var twice = await api.Http.GetAsync("/v1/documents?fate=stored&fate=rejected");
        twice.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await twice.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString().ShouldBe("The parameter \"fate\" stands more than once.");
    }

    [Theory]
    [InlineData("/v1/documents?url=https%3A%2F%2Fherald.example%2Fharbour", null)]
    [InlineData("/v1/documents", "https://herald.example/harbour")]
    [InlineData("/v1/documents?url=https%3A%2F%2Fother.example%2Fharbour", "https://herald.example/harbour")]
    public async Task A_single_file_comes_from_the_address_that_is_named_with_it(string address, string? field)
    {
        using var form = new MultipartFormDataContent { { new StringContent("The harbour of Lindby will close for three weeks in June."), "file", "harbour.txt" } };
        if (field is not null)
            form.Add(new StringContent(field), "url");

        using var answer = await api.Http.PostAsync(address, form);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var receipt = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        receipt.GetProperty("url").GetString().ShouldBe("https://herald.example/harbour");
    }
}
