using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dateline.Hosting.Health;

/// <summary>Whether a schema's database answers.</summary>
public sealed class DatabaseHealth<TContext>(Database<TContext> database) : IHealthCheck where TContext : DbContext
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync((db, token) => db.Database.ExecuteSqlRawAsync("SELECT 1", token), cancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(5), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (DatabaseOutage.IsBehind(exception) || exception is TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
