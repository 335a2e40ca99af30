using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Documentation;

public sealed class UnknownParameterTests(PostgresFixture postgres) : ApiSuite(DatabaseKind.Sqlite, postgres)
{
    [Fact]
    public async Task Every_operation_refuses_a_parameter_that_it_does_not_have()
    {
        var careless = new List<string>();
        var paths = (await Api.ReadAsync("/openapi/v1.json")).GetProperty("paths");
        foreach (var path in paths.EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                using var request = new HttpRequestMessage(new HttpMethod(operation.Name.ToUpperInvariant()), Address(path.Name, operation.Value) + "?surprise=1");
                if (operation.Value.TryGetProperty("requestBody", out var body))
                    request.Content = JsonContent.Create(body.GetProperty("content").GetProperty("application/json").GetProperty("example"));
                using var response = await Api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (response.StatusCode != HttpStatusCode.BadRequest || !(await response.Content.ReadAsStringAsync()).Contains("surprise", StringComparison.Ordinal))
                    careless.Add($"{request.Method} {path.Name}: {(int)response.StatusCode}");
            }
        }

        careless.ShouldBeEmpty();
    }

    private static string Address(string path, JsonElement operation)
    {
        foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().ToArray() : [])
        {
            if (parameter.GetProperty("in").GetString() == "path")
                path = path.Replace($"{{{parameter.GetProperty("name").GetString()}}}", parameter.GetProperty("example").GetString(), StringComparison.Ordinal);
        }

        return path;
    }
}
