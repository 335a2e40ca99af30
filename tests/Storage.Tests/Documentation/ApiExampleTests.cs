using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Documentation;

public sealed class ApiExampleTests(PostgresFixture postgres) : ApiSuite(DatabaseKind.Sqlite, postgres)
{
    [Fact]
    public async Task Every_operation_shows_how_it_is_used() =>
        (await ApiDescription.ReadAsync(Api.Http)).Operations.SelectMany(operation => operation.MissingExamples)
            .ShouldBeEmpty("Add them to services/Storage/Documentation/examples.json.");

    [Fact]
    public async Task Examples_are_what_operations_take_and_give() =>
        ApiExampleCheck.Unreadable(await ApiDescription.ReadAsync(Api.Http), Api.Get<IServiceProvider>()).ShouldBeEmpty();
}
