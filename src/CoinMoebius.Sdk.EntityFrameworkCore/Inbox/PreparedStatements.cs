using System.Data.Common;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// Whether statements are kept prepared. They belong to a session of the server, and a pooler may give each transaction another one: there
/// the same name stands for a statement of somebody else's, or for none. One per process.
/// </summary>
internal sealed class PreparedStatements(InboxSettings options, ILogger<PreparedStatements> logger)
{
    private readonly Lock _gate = new();
    private bool? _isSession;

    /// <summary>Whether to prepare what runs on a connection, which is open.</summary>
    public async ValueTask<bool> AreUsedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!options.Current.PrepareStatements || connection is not NpgsqlConnection session)
        {
            return false;
        }

        if (_isSession is null)
        {
            var isSession = await IsSessionAsync(session, cancellationToken).ConfigureAwait(false);
            Know(isSession, isSession ? null : "a pooler answers for the server, or connections are multiplexed");
        }

        return _isSession == true;
    }

    /// <summary>Whether a statement failed because its session is not the one that it was prepared in. If so, nothing is prepared from now on.</summary>
    public bool StopFor(Exception exception)
    {
        if (exception.GetBaseException() is not PostgresException
            {
                SqlState: PostgresErrorCodes.InvalidSqlStatementName or PostgresErrorCodes.DuplicatePreparedStatement or PostgresErrorCodes.ProtocolViolation,
            } lost)
        {
            return false;
        }

        Know(isSession: false, "SQLSTATE " + lost.SqlState);
        return true;
    }

    /// <summary>Whether Npgsql itself gives each command a session as it comes.</summary>
    public static bool IsMultiplexed(NpgsqlConnection connection) => new NpgsqlConnectionStringBuilder(connection.ConnectionString).Multiplexing;

    private void Know(bool isSession, string? why)
    {
        lock (_gate)
        {
            if (why is not null && _isSession != false)
            {
                InboxLog.NotPrepared(logger, why);
            }

            _isSession = isSession && _isSession != false;
        }
    }

    /// <summary>A pooler answers with a number of its own when it is asked who serves the connection, the server with that of its process.</summary>
    private static async Task<bool> IsSessionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (IsMultiplexed(connection))
        {
            return false;
        }

        var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        await using var ending = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is int process && process == connection.ProcessID;
    }
}
