using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Documentation;

public sealed class PublishedApiTests(PostgresFixture postgres) : ApiSuite(DatabaseKind.Sqlite, postgres)
{
    [Fact]
    public async Task Nothing_breaks_those_who_rely_on_the_published_description() =>
        (await (await ApiDescription.ReadAsync(Api.Http)).BreaksAsync("archive.v1.json"))
            .ShouldBeEmpty("Add beside what is published; never change or remove it. Then run this with DATELINE_PUBLISH_API=1, look at what changed, and commit the file.");
}
