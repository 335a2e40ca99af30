using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Dateline.Persistence;

/// <summary>Registers a schema on whichever database the configuration names.</summary>
public static class DatabaseRegistration
{
    /// <summary>
    /// Registers <see cref="Database{TContext}"/> and the migration at start. EF keeps one set of migrations per context type,
    /// hence one derived context for each database.
    /// </summary>
    public static void AddDatabase<TContext, TSqlite, TPostgres>(this IHostApplicationBuilder builder, string name)
        where TContext : DbContext
        where TSqlite : TContext
        where TPostgres : TContext
    {
        AddSchema<TContext, TSqlite, TPostgres>(builder, name);
        builder.Services.AddHostedService<DatabaseMigration<TContext>>();
    }

    /// <summary>Registers access to a schema that another module owns and migrates.</summary>
    public static void AddSchema<TContext, TSqlite, TPostgres>(this IHostApplicationBuilder builder, string name)
        where TContext : DbContext
        where TSqlite : TContext
        where TPostgres : TContext
    {
        var options = DatabaseOptions.From(builder.Configuration);
        builder.Services.TryAddSingleton(options);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddKeyedSingleton(name, (_, _) => new WriteLane(options.Kind));
        builder.Services.AddKeyedSingleton(name, (_, _) => new ReadLane(options.Readers));

        if (options.Kind == DatabaseKind.Postgres)
            AddContext<TContext, TPostgres>(builder.Services, name, PostgresConnection(options.PostgresConnectionString!, name), UsePostgres);
        else
            AddContext<TContext, TSqlite>(builder.Services, name, SqliteConnection(options.DataFolder, name), UseSqlite);
    }

    /// <summary>Unqualified names resolve inside the schema, so that one SQL text serves both databases.</summary>
    public static string PostgresConnection(string connectionString, string schema)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = $"{schema},public" };
        parts.ApplicationName ??= $"dateline-{schema}";
        if (!connectionString.Contains("GSS", StringComparison.OrdinalIgnoreCase))
            parts.GssEncryptionMode = GssEncryptionMode.Disable; // slim images have no libgssapi and would log that at every connect
        return parts.ConnectionString;
    }

    private static string SqliteConnection(string folder, string name) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(folder, $"{name}.db"),
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ConnectionString;

    private static void AddContext<TContext, TDerived>(
        IServiceCollection services, string name, string connectionString, Action<DbContextOptionsBuilder, string> use)
        where TContext : DbContext
        where TDerived : TContext
    {
        services.AddSingleton(new Schema<TContext>(name, connectionString));
        services.AddPooledDbContextFactory<TDerived>(options => use(options, connectionString));
        if (typeof(TContext) != typeof(TDerived))
            services.AddSingleton<IDbContextFactory<TContext>>(provider =>
                new BaseContextFactory<TContext, TDerived>(provider.GetRequiredService<IDbContextFactory<TDerived>>()));
        services.AddSingleton(provider => new Database<TContext>(
            provider.GetRequiredService<IDbContextFactory<TContext>>(),
            provider.GetRequiredKeyedService<WriteLane>(name),
            provider.GetRequiredKeyedService<ReadLane>(name),
            provider.GetRequiredService<DatabaseOptions>()));
    }

    /// <summary>How a context is configured on PostgreSQL; design-time factories use it too.</summary>
    public static void UsePostgres(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(
            "__EFMigrationsHistory", new NpgsqlConnectionStringBuilder(connectionString).SearchPath?.Split(',')[0]))
        .UseSnakeCaseNamingConvention();

    /// <summary>How a context is configured on SQLite; design-time factories use it too.</summary>
    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .AddInterceptors(DurableSqlite.Instance)
        .UseSnakeCaseNamingConvention();
}
