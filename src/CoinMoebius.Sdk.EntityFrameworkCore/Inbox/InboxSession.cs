using System.Data.Common;
using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Accept;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// The inbox on the open connection of one context: one store for each phase of a delivery, in the order of the phases.
/// </summary>
/// <param name="services">The scope of the context.</param>
/// <param name="context">The context.</param>
/// <param name="statements">The statements for its tables.</param>
/// <param name="prepares">Whether statements are kept prepared.</param>
internal sealed class InboxSession(IServiceProvider services, DbContext context, InboxStatements statements, bool prepares)
{
    public IServiceProvider Services => services;

    public DbContext Context => context;

    public InboxTables Tables => statements.Tables;

    public SqlDialect Dialect => statements.Tables.Dialect;

    public bool Prepares => prepares;

    /// <summary>Stores deliveries.</summary>
    public AcceptStore Accept => new(this, statements.Accept);

    /// <summary>Leases events to one process.</summary>
    public LeaseStore Lease => new(this, statements.Lease);

    /// <summary>Locks an event in the transaction of an attempt.</summary>
    public HoldStore Hold => new(this, statements.Hold);

    /// <summary>Stores the outcome of an attempt.</summary>
    public FinishStore Finish => new(this, statements.Finish);

    /// <summary>Joins payments with the rows that the application expects.</summary>
    public PaymentLinks Links => new(context, statements);

    /// <summary>Creates a command.</summary>
    public DbCommand Command(string text, params ReadOnlySpan<(string, object?)> parameters) => InboxCommand.Create(context, text, parameters);

    /// <summary>Creates a command about an event that this process has leased.</summary>
    public DbCommand Command(string text, LeasedEvent leased, params ReadOnlySpan<(string, object?)> parameters) =>
        InboxCommand.Create(context, text, [("id", leased.Id), ("lease", leased.Lease), .. parameters]);

    /// <summary>Prepares a statement that each event needs: planning it costs more than running it.</summary>
    public Task PrepareAsync(DbCommand command, CancellationToken cancellationToken) =>
        prepares ? command.PrepareAsync(cancellationToken) : Task.CompletedTask;
}
