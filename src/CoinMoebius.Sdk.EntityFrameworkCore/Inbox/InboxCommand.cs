using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Creates statements on the connection and in the transaction of a context.</summary>
internal static class InboxCommand
{
    // The parameters that may be null and are not texts.
    private static readonly Dictionary<string, DbType> NullTypes = new(StringComparer.Ordinal)
    {
        ["amount"] = DbType.Decimal,
        ["is_test"] = DbType.Boolean,
        ["amount_paid"] = DbType.Decimal,
        ["amount_refunded"] = DbType.Decimal,
        ["priced_amount"] = DbType.Decimal,
        ["occurred_at"] = DbType.Int64,
        ["check_at"] = DbType.Int64,
    };

    /// <summary>Creates the command. The context's connection must be open.</summary>
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

    // A null has a type as well, because prepared statements require one.
    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = value switch
        {
            string => DbType.String,
            long => DbType.Int64,
            int => DbType.Int32,
            short => DbType.Int16,
            decimal => DbType.Decimal,
            bool => DbType.Boolean,
            byte[] => DbType.Binary,
            Guid => DbType.Guid,
            _ => NullTypes.GetValueOrDefault(name, DbType.String),
        };
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
