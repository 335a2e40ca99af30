using System.CommandLine;
using Dateline.Hosting.Access;
using Dateline.Persistence;

namespace Dateline.Host.Commands;

/// <summary><c>dateline keys create</c>: makes an API key and shows its secret once.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Who or what will use the key" };
        var scope = new Option<string>("--scope") { Description = "read, ingest or admin; each includes the ones before", DefaultValueFactory = _ => Scopes.Read };
        var days = new Option<int?>("--days") { Description = "Days until it expires; default: never" };
        var data = ServerOptions.Data();
        var create = new Command("create", "Creates an API key") { name, scope, days, data };
        create.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => CreateAsync(
            parsed.GetValue(name)!, parsed.GetValue(scope)!, parsed.GetValue(days), ServerOptions.Settings(parsed.GetValue(data)), cancellationToken)));
        return new Command("keys", "Manages API keys") { create };
    }

    private static async Task<int> CreateAsync(string name, string scope, int? days, Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddJsonFile("appsettings.json").AddEnvironmentVariables().AddInMemoryCollection(settings);
        builder.Services.AddLogging();
        builder.AddAccess();
        using var host = builder.Build();

        // The database may be new: the key must not wait for a server's first start.
        foreach (var service in host.Services.GetServices<IHostedService>().OfType<DatabaseMigration<AccessDb>>())
            await service.MigrateAsync(cancellationToken);
        var time = host.Services.GetRequiredService<TimeProvider>();
        var secret = await host.Services.GetRequiredService<ApiKeyStore>()
            .CreateAsync(name, scope, days is null ? null : time.GetUtcNow().AddDays(days.Value), cancellationToken);

        Console.WriteLine(secret);
        await Console.Error.WriteLineAsync($"Keep it now: it is stored as a hash and cannot be shown again. Use it as `Authorization: Bearer {ApiKeySecret.Prefix}…`.");
        return 0;
    }
}
