using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Dateline.Hosting.Tests;

public sealed class UnreadRequestTests
{
    [Theory]
    [InlineData("""{"name":"x","count":""", "The body is no JSON.", "line 1, byte 21")]
    [InlineData("{\n  'name': 1}", "The body is no JSON.", "line 2, byte 3")]
    [InlineData("""{"name":"x","count":"many"}""", "The body is not what this operation reads, at $.count.", "line 1, byte 27")]
    [InlineData("""{"name":"x","cuont":1}""", "The body is not what this operation reads, at $.cuont.", "line 1, byte 21")]
    [InlineData("[]", "The body is not what this operation reads, at $.", "/openapi/v1.json")]
    [InlineData("null", "The request has no body.", "/openapi/v1.json")]
    [InlineData("", "The request has no body.", "/openapi/v1.json")]
    public async Task A_body_that_cannot_be_read_is_answered_with_where_it_went_wrong(string body, string title, string detail)
    {
        await using var service = await Service.StartAsync();

        var problem = await Problem(service, "/v1/things", body, "application/json", HttpStatusCode.BadRequest);

        problem.GetProperty("title").GetString().ShouldBe(title);
        problem.GetProperty("detail").GetString()!.ShouldContain(detail);
        problem.GetRawText().ShouldNotContain("Dateline.");
    }

    [Fact]
    public async Task A_parameter_that_cannot_be_read_is_named()
    {
        await using var service = await Service.StartAsync();

        var problem = await Problem(service, "/v1/things?limit=abc", """{"name":"x","count":1}""", "application/json", HttpStatusCode.BadRequest);

        problem.GetProperty("title").GetString().ShouldBe("\"abc\" is no value for limit.");
    }

    [Fact]
    public async Task A_body_of_another_kind_says_so()
    {
        await using var service = await Service.StartAsync();

        var problem = await Problem(service, "/v1/things", "name: x", "text/yaml", HttpStatusCode.UnsupportedMediaType);

        problem.GetProperty("detail").GetString()!.ShouldContain("Content-Type");
    }

    private static async Task<JsonElement> Problem(Service service, string path, string body, string type, HttpStatusCode status)
    {
        var response = await service.Http.PostAsync(path, new StringContent(body, Encoding.UTF8, type), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
