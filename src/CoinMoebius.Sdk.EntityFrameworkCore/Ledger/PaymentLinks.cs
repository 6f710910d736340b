using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>Joins what the application expects with the payments that events report, on the open connection of one context.</summary>
internal sealed class PaymentLinks(DbContext context, InboxStatements sql)
{
    /// <summary>Records an expected payment, or joins it with the payment that events have reported.</summary>
    public async Task ExpectAsync(ExpectedPayment payment, long? checkAt, long now, CancellationToken cancellationToken)
    {
        var row = new ExpectedRow(
            StoredText.Id(payment.Id),
            payment.TransactionId is { Length: > 0 } id ? StoredText.Id(id) : null,
            payment.Reference is { Length: > 0 } reference ? StoredText.Id(reference) : null,
            payment.Amount,
            StoredText.Name(CurrencyUnits.Upper(payment.Currency)),
            now);
        var (provider, account) = (StoredText.Name(payment.Provider.Value), StoredText.Name(payment.Account));
        (string, object?)[] names = [("provider", provider), ("account", account), .. row.Parameters];
        if (await ExecuteAsync(sql.Expect.Note, [("payment", row.Id), .. names], cancellationToken).ConfigureAwait(false) > 0
            || await InboxCommand.ScalarAsync(InboxCommand.Create(context, sql.Expect.IsKnown, names), cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        if (await FindReportedAsync(provider, account, row, cancellationToken).ConfigureAwait(false) is { } reported)
        {
            await ExecuteAsync(sql.Expect.Note, [("payment", reported), .. names], cancellationToken).ConfigureAwait(false);
            return;
        }

        await ExecuteAsync(sql.Expect.Insert, [("payment", row.Id), .. names, ("check_at", checkAt), ("now", now)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The only payment that claims an expected row with its amount; null when there is none or more than one.</summary>
    private async Task<string?> FindReportedAsync(string provider, string account, ExpectedRow row, CancellationToken cancellationToken)
    {
        var command = InboxCommand.Create(context, sql.Expect.FindReported, [("provider", provider), ("account", account), ("payment", row.Id), .. row.Parameters]);
        await using var ending = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        var found = await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetString(0) : null;
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? null : found;
    }

    /// <summary>Moves an expected row to its payment, inside the caller's transaction.</summary>
    public Task JoinAsync(string provider, string account, ExpectedRow row, string paymentId, CancellationToken cancellationToken) => ExecuteAsync(
        sql.Links.Join,
        [
            ("provider", provider), ("account", account), ("payment", paymentId), ("expected", row.Id), ("created", row.CreatedAt), .. row.Parameters,
        ],
        cancellationToken);

    /// <summary>Whether an event is the one that announces its fact.</summary>
    public async Task<bool> IsAnnouncedByAsync((string, object?)[] names, CancellationToken cancellationToken) =>
        await InboxCommand.ScalarAsync(InboxCommand.Create(context, sql.EventLinks.IsAnnouncedBy, names), cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Moves an expected row that no event has reported to the payment that claims it, if there is exactly one.</summary>
    public async Task<bool> JoinReportedAsync(string provider, string account, ExpectedRow row, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var held = InboxCommand.Create(context, sql.Links.AwaitJoin, ("provider", provider), ("account", account), ("payment", row.Id));
        if (await InboxCommand.ScalarAsync(held, cancellationToken).ConfigureAwait(false) is null
            || await FindReportedAsync(provider, account, row, cancellationToken).ConfigureAwait(false) is not { } reported)
        {
            return false;
        }

        await JoinAsync(provider, account, row, reported, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task<int> ExecuteAsync(string text, ReadOnlySpan<(string, object?)> parameters, CancellationToken cancellationToken) =>
        InboxCommand.ExecuteAsync(InboxCommand.Create(context, text, parameters), cancellationToken);
}
