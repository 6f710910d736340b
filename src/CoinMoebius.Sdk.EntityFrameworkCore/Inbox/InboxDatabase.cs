using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Opens the inbox in a scope of its own. One per application.</summary>
/// <typeparam name="TContext">The application's context.</typeparam>
internal sealed class InboxDatabase<TContext>(IServiceScopeFactory scopes, PreparedStatements prepared) : IDisposable
    where TContext : DbContext
{
    // SQLite has one writer: those of this process queue here, where waiting costs nothing and is fair.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly AsyncLocal<bool> _isHeld = new();
    private Known? _known;

    /// <summary>True where one write at a time is all there is. Known once <see cref="Check"/> was called.</summary>
    public bool HasOneWriter => _known is { Dialect.HasOneWriter: true };

    /// <summary>Looks whether the context can hold an inbox; asks no database.</summary>
    /// <exception cref="InvalidOperationException">The context is not registered, or its model has no inbox, or one that was changed.</exception>
    /// <exception cref="NotSupportedException">Its database is none of those known.</exception>
    public void Check()
    {
        using var scope = scopes.CreateScope();
        Know(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    /// <summary>Uses the inbox on an open connection. Whatever is done must bear being done again.</summary>
    public Task<T> UseAsync<T>(Func<InboxStore, CancellationToken, Task<T>> use, CancellationToken cancellationToken) =>
        scopes.UseAsync((TContext context) => UseAsync(context, use, cancellationToken));

    /// <summary>The same for what needs only the context.</summary>
    public Task<T> UseContextAsync<T>(Func<TContext, CancellationToken, Task<T>> use, CancellationToken cancellationToken) =>
        scopes.UseAsync((TContext context) => UseAsync(context, (_, token) => use(context, token), cancellationToken));

    /// <summary>The same with a context of the caller's.</summary>
    public async Task<T> UseAsync<T>(TContext context, Func<InboxStore, CancellationToken, Task<T>> use, CancellationToken cancellationToken)
    {
        var known = Know(context);
        if (known.Dialect.HasOneWriter)
        {
            ThrowIfHeld();
            await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        _isHeld.Value = known.Dialect.HasOneWriter;
        try
        {
            return await context.Database.CreateExecutionStrategy().ExecuteAsync(
                (Database: this, context, known, use),
                static (state, token) => state.Database.OpenAsync(state.context, state.known, state.use, token),
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (known.Dialect.HasOneWriter)
            {
                _writer.Release();
            }
        }
    }

    /// <summary>Uses the inbox prepared, and once more without where a session turns out not to keep what is prepared in it.</summary>
    private async Task<T> OpenAsync<T>(TContext context, Known known, Func<InboxStore, CancellationToken, Task<T>> use, CancellationToken cancellationToken)
    {
        while (true)
        {
            var prepare = false;
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                prepare = await prepared.AreUsedAsync(known.Dialect, context.Database.GetDbConnection(), cancellationToken).ConfigureAwait(false);
                return await use(new InboxStore(context, known.Sql, known.Dialect, prepare), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (prepared.StopFor(known.Dialect, exception) && prepare)
            {
                // A statement that is not there has not run, and nothing was committed after it.
            }
            finally
            {
                await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stops a handler that would wait for what it holds itself.</summary>
    /// <exception cref="InvalidOperationException">The caller is a handler, over SQLite.</exception>
    public void ThrowIfHeld()
    {
        if (_isHeld.Value)
        {
            throw new InvalidOperationException(
                "SQLite has one writer, and the transaction of this handler holds it. Call IWebhookPipeline, IPaymentLedger.ExpectAsync and what changes IWebhookInbox before or after a handler, not in it.");
        }
    }

    public void Dispose() => _writer.Dispose();

    private Known Know(TContext context)
    {
        if (_known is null)
        {
            var dialect = SqlDialect.Of(context);
            ModelCheck.Run(context);
            _known = new(InboxSql.For(context), dialect);
        }

        return _known;
    }

    private sealed record Known(InboxSql Sql, SqlDialect Dialect);
}
