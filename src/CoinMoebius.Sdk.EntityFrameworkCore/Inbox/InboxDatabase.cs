using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Opens the inbox in a scope of its own. An application has one.</summary>
/// <typeparam name="TContext">The application's context.</typeparam>
internal sealed class InboxDatabase<TContext>(IServiceScopeFactory scopes, PreparedStatements prepared) : IDisposable
    where TContext : DbContext
{
    // SQLite has one writer: the writers of this process queue here, where waiting is cheap and fair.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly AsyncLocal<bool> _isHeld = new();
    private InboxStatements? _statements;

    /// <summary>True where the database allows one write at a time. Known once <see cref="Check"/> was called.</summary>
    public bool HasOneWriter => _statements is { Tables.Dialect.HasOneWriter: true };

    /// <summary>Verifies that the context can hold an inbox, without opening a connection.</summary>
    /// <exception cref="InvalidOperationException">The context is not registered, its model has no inbox, or the application changed the tables of the inbox.</exception>
    /// <exception cref="NotSupportedException">Its database is neither SQLite nor PostgreSQL.</exception>
    public void Check()
    {
        using var scope = scopes.CreateScope();
        StatementsFor(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    /// <summary>Uses the inbox on an open connection. The execution strategy may repeat the delegate.</summary>
    public Task<T> UseAsync<T>(Func<InboxSession, CancellationToken, Task<T>> use, CancellationToken cancellationToken) => scopes.UseAsync(
        async (IServiceProvider services) =>
        {
            var context = services.GetRequiredService<TContext>();
            var statements = StatementsFor(context);
            if (!statements.Tables.Dialect.HasOneWriter)
            {
                return await RunAsync(services, context, statements, use, cancellationToken).ConfigureAwait(false);
            }

            ThrowIfHeld();
            await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
            _isHeld.Value = true;
            try
            {
                return await RunAsync(services, context, statements, use, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _writer.Release();
            }
        });

    /// <summary>Uses the inbox on an open connection, without a result.</summary>
    public Task UseAsync(Func<InboxSession, CancellationToken, Task> use, CancellationToken cancellationToken) => UseAsync(
        async (session, token) =>
        {
            await use(session, token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    private Task<T> RunAsync<T>(
        IServiceProvider services,
        TContext context,
        InboxStatements statements,
        Func<InboxSession, CancellationToken, Task<T>> use,
        CancellationToken cancellationToken) =>
        context.Database.CreateExecutionStrategy().ExecuteAsync(
            (Database: this, services, context, statements, use),
            static (state, token) => state.Database.OpenAsync(state.services, state.context, state.statements, state.use, token),
            cancellationToken);

    /// <summary>Uses the inbox with prepared statements, and again without them when the session turns out not to keep them.</summary>
    private async Task<T> OpenAsync<T>(
        IServiceProvider services,
        TContext context,
        InboxStatements statements,
        Func<InboxSession, CancellationToken, Task<T>> use,
        CancellationToken cancellationToken)
    {
        var dialect = statements.Tables.Dialect;
        while (true)
        {
            var prepare = false;
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                prepare = await prepared.AreUsedAsync(dialect, context.Database.GetDbConnection(), cancellationToken).ConfigureAwait(false);
                return await use(new InboxSession(services, context, statements, prepare), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (prepared.StopFor(dialect, exception) && prepare)
            {
                // A statement that is missing has not run, and nothing was committed after it.
            }
            finally
            {
                await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stops a handler that would wait for the lock that it holds itself.</summary>
    /// <exception cref="InvalidOperationException">The caller is a handler, and the database is SQLite.</exception>
    public void ThrowIfHeld()
    {
        if (_isHeld.Value)
        {
            throw new InvalidOperationException(
                "SQLite has one writer, and the transaction of this handler holds it. Call IWebhookPipeline, IPaymentLedger.ExpectAsync and the methods of IWebhookInbox that change events outside of handlers.");
        }
    }

    public void Dispose() => _writer.Dispose();

    private InboxStatements StatementsFor(TContext context)
    {
        if (_statements is null)
        {
            ModelCheck.Run(context);
            _statements = InboxStatements.For(context);
        }

        return _statements;
    }
}
