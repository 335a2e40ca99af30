using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dateline.Persistence;

/// <summary>Runs many small statements in one round trip where the database can, one after the other where it cannot.</summary>
public sealed class SqlBatch(DbContext context)
{
    private readonly List<(string Sql, (string Name, object? Value)[] Parameters)> statements = [];

    /// <summary>Parameters are named as in the text, with the @.</summary>
    public void Add(string sql, params (string Name, object? Value)[] parameters) => statements.Add((sql, parameters));

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (statements.Count == 0)
            return;

        var connection = context.Database.GetDbConnection();
        var transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        if (connection.CanCreateBatch)
            await ExecuteTogetherAsync(connection, transaction, cancellationToken);
        else
            await ExecuteSinglyAsync(connection, transaction, cancellationToken);
    }

    private async Task ExecuteTogetherAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var (sql, parameters) in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
                command.Parameters.Add(Parameter(command.CreateParameter(), name, value));
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ExecuteSinglyAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        foreach (var (sql, parameters) in statements)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
                command.Parameters.Add(Parameter(command.CreateParameter(), name, value));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbParameter Parameter(DbParameter parameter, string name, object? value)
    {
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }
}
