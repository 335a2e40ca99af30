using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Documentation;

public sealed class UnknownParameterTests(PostgresFixture postgres) : ApiSuite(DatabaseKind.Sqlite, postgres)
{
    [Fact]
    public async Task Every_operation_refuses_a_parameter_that_it_does_not_have() =>
        (await (await ApiDescription.ReadAsync(Api.Http)).CarelessAsync(Api.Http)).ShouldBeEmpty();
}
