using System.Runtime.Loader;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.OpenApi;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp;

namespace Dateline.Storage.Tests.Documentation;

public abstract class GeneratedClientTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    [Fact]
    public async Task A_client_made_from_the_description_compiles_and_works()
    {
        var stored = await Api.StoreAsync(News.Article(), News.Article(url: "https://herald.example/2", title: "Rain", text: "It rains in the valley."));
        dynamic client = Activator.CreateInstance(Compile(await WriteAsync()), Api.Http.BaseAddress!.ToString(), Api.Http)!;

        var page = await client.SearchArticlesAsync(q: "harbour");
        ((string)Enumerable.Single(page.Items).Title).ShouldBe("Harbour closes for repairs");
        ((long)page.Total.Value).ShouldBe(1);

        var article = await client.GetArticleAsync(stored[0].ArticleId);
        ((string)article.Text).ShouldBe(News.Harbour);

        var changes = await client.ReadChangesAsync(after: "0");
        ((int)changes.Items.Count).ShouldBe(2);

        var stories = await client.ListStoriesAsync(members: "1");
        ((int)stories.Items.Count).ShouldBe(2);
    }

    /// <summary>Generators know OpenAPI 3.0 best; the library that writes the description writes that version too.</summary>
    private async Task<string> WriteAsync()
    {
        await using var stream = await Api.Http.GetStreamAsync("/openapi/v1.json");
        var description = (await OpenApiDocument.LoadAsync(stream, "json")).Document!;
        var older = await NSwag.OpenApiDocument.FromJsonAsync(await description.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0));
        older.Servers.Clear(); // the client is told the address
        return new CSharpClientGenerator(older, new CSharpClientGeneratorSettings
        {
            ClassName = "ArchiveClient",
            GenerateOptionalParameters = true,
            CSharpGeneratorSettings = { Namespace = "Generated", JsonLibrary = CSharpJsonLibrary.SystemTextJson },
        }).GenerateFile();
    }

    private static Type Compile(string source)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll");
        var compilation = CSharpCompilation.Create(
            "Generated", [CSharpSyntaxTree.ParseText(source)], [.. platform.Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        assembly.Position = 0;
        return new AssemblyLoadContext("generated").LoadFromStream(assembly).GetType("Generated.ArchiveClient")!;
    }
}

public sealed class GeneratedClientOnSqlite(PostgresFixture postgres) : GeneratedClientTests(DatabaseKind.Sqlite, postgres);

public sealed class GeneratedClientOnPostgres(PostgresFixture postgres) : GeneratedClientTests(DatabaseKind.Postgres, postgres);
