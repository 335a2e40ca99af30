using Microsoft.EntityFrameworkCore;

namespace Dateline.Persistence;

/// <summary>Hands out a database's derived context under the name of the context that the modules know.</summary>
internal sealed class BaseContextFactory<TContext, TDerived>(IDbContextFactory<TDerived> derived) : IDbContextFactory<TContext>
    where TContext : DbContext
    where TDerived : TContext
{
    public TContext CreateDbContext() => derived.CreateDbContext();

    public async Task<TContext> CreateDbContextAsync(CancellationToken cancellationToken) =>
        await derived.CreateDbContextAsync(cancellationToken);
}
