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
    private InboxStatements? _statements;

    /// <summary>True where one write at a time is all there is. Known once <see cref="Check"/> was called.</summary>
    public bool HasOneWriter => _statements is { Tables.Dialect.HasOneWriter: true };

    /// <summary>Looks whether the context can hold an inbox; asks no database.</summary>
    /// <exception cref="InvalidOperationException">The context is not registered, or its model has no inbox, or one that was changed.</exception>
    /// <exception cref="NotSupportedException">Its database is none of those known.</exception>
    public void Check()
    {
        using var scope = scopes.CreateScope();
        StatementsFor(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    /// <summary>Uses the inbox on an open connection. Whatever is done must bear being done again.</summary>
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

    /// <summary>The same for what has no result.</summary>
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

    /// <summary>Uses the inbox prepared, and once more without where a session turns out not to keep what is prepared in it.</summary>
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
