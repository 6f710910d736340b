using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>
/// Looks up an operation at Mobbex and maps it like a confirmed notification. The raw body is the response as this SDK reads it.
/// An expected checkout without events has no operation id yet: the lookup finds it by its reference once it is paid, because another
/// attempt may follow a failed one.
/// </summary>
/// <param name="client">The client of the account.</param>
/// <param name="account">The account; empty for the default account.</param>
internal sealed class OperationLookup(IMobbexClient client, string account) : IPaymentLookup
{
    private readonly ClientRecords _records = new(client);

    public bool Serves(PaymentRecord payment) =>
        payment.Provider == PaymentProvider.Mobbex && payment.Account == account && !MobbexEventMapper.IsPartOfAnother(payment.PaymentId);

    public async Task<PaymentEvent?> FindAsync(PaymentRecord payment, CancellationToken cancellationToken = default)
    {
        var id = payment.LastEventId.Length == 0 && payment.Reference is { } reference
            ? await FindPaidAsync(reference, cancellationToken).ConfigureAwait(false)
            : payment.PaymentId;
        if (id is null || await _records.GetOperationAsync(id, cancellationToken).ConfigureAwait(false) is not { } operation)
        {
            return null;
        }

        var mapped = ConfirmedNotification.OfOperation(MobbexEventTypes.Checkout, operation, "").Event;
        return ReconciledEvent.From(payment, mapped is null ? null : mapped with { RawBody = Encoding.UTF8.GetBytes(operation.GetRawText()) });
    }

    private async Task<string?> FindPaidAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            var transactions = await client.GetTransactionsAsync(reference, cancellationToken).ConfigureAwait(false);
            return transactions.FirstOrDefault(
                one => one.StatusCode is { IsPaid: true } or { IsRefunded: true } && one.OperationId is { } id && !MobbexEventMapper.IsPartOfAnother(id))?.OperationId;
        }
        catch (CoinMoebiusNotFoundException)
        {
            return null;
        }
    }
}
