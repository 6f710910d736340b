using System.Data.Common;
using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// Whether statements are kept prepared. They belong to a session of the server, and a pooler may give each transaction another session, in
/// which the same name refers to another statement or to none. A process has one instance.
/// </summary>
internal sealed class PreparedStatements(InboxSettings options, ILogger<PreparedStatements> logger)
{
    private readonly Lock _gate = new();
    private bool? _keepsSession;

    /// <summary>Whether to prepare statements on an open connection.</summary>
    public async ValueTask<bool> AreUsedAsync(SqlDialect dialect, DbConnection connection, CancellationToken cancellationToken)
    {
        if (!options.Current.PrepareStatements || !dialect.CanPrepare(connection))
        {
            return false;
        }

        if (_keepsSession is null)
        {
            var keepsSession = await dialect.KeepsSessionAsync(connection, cancellationToken).ConfigureAwait(false);
            Remember(keepsSession, keepsSession ? null : "the connection goes through a pooler or is multiplexed");
        }

        return _keepsSession == true;
    }

    /// <summary>Whether a statement failed because it was prepared in another session. If so, the inbox prepares no more statements.</summary>
    public bool StopFor(SqlDialect dialect, Exception exception)
    {
        if (dialect.LostStatement(exception) is not { } code)
        {
            return false;
        }

        Remember(keepsSession: false, "SQLSTATE " + code);
        return true;
    }

    private void Remember(bool keepsSession, string? why)
    {
        lock (_gate)
        {
            if (why is not null && _keepsSession != false)
            {
                InboxLog.NotPrepared(logger, why);
            }

            _keepsSession = keepsSession && _keepsSession != false;
        }
    }
}
