using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dateline.Persistence;

/// <summary>Reads and writes one schema. A write is one transaction and may run again after a deadlock.</summary>
public sealed class Database<TContext>(IDbContextFactory<TContext> contexts, WriteLane writers, ReadLane readers, DatabaseOptions options)
    where TContext : DbContext
{
    /// <summary>Deadlocks and serialisation failures resolve at the second try; more tries would hide a design error.</summary>
    private const int Tries = 4;

    public DatabaseKind Kind => options.Kind;

    public async Task<T> ReadAsync<T>(Func<TContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(context, cancellationToken);
    }

    /// <summary>Answers a question from one state of the database, however many queries it takes. Waits its turn: never ask within another.</summary>
    public async Task<T> ReadSnapshotAsync<T>(Func<TContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var pass = await readers.EnterAsync(cancellationToken);
        return await ReadAsync(async (context, token) =>
        {
            // SQLite opens a transaction without taking the write lock only at this level; its readers see a snapshot at any.
            var level = Kind == DatabaseKind.Postgres ? IsolationLevel.RepeatableRead : IsolationLevel.ReadUncommitted;
            await using var snapshot = await context.Database.BeginTransactionAsync(level, token);
            return await read(context, token);
        }, cancellationToken);
    }

    public async Task<T> WriteAsync<T>(Func<TContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(write, cancellationToken);
            }
            catch (Exception exception) when (attempt < Tries && IsConflict(exception))
            {
            }
        }
    }

    public Task WriteAsync(Func<TContext, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        WriteAsync<bool>(async (context, token) =>
        {
            await write(context, token);
            return true;
        }, cancellationToken);

    private async Task<T> WriteOnceAsync<T>(Func<TContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        using var pass = await writers.EnterAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await write(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>EF wraps what the server says once or twice, depending on the kind of statement.</summary>
    private static bool IsConflict(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is PostgresException postgres)
                return postgres.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
        }

        return false;
    }
}
