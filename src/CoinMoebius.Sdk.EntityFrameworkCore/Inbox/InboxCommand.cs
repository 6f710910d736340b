using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>A statement on the connection, and in the transaction, that a context has.</summary>
internal static class InboxCommand
{
    /// <summary>Makes the command. The context's connection must be open.</summary>
    public static DbCommand Create(DbContext context, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in parameters)
        {
            Add(command, name, value);
        }

        return command;
    }

    public static async Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task<object?> ScalarAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is var value && value is DBNull ? null : value;
        }
    }

    /// <summary>Adds the parameters of one row among several.</summary>
    public static void Add(DbCommand command, int row, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var suffix = row.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in parameters)
        {
            Add(command, name + suffix, value);
        }
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
