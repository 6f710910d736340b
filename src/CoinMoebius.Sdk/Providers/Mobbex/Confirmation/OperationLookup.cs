using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Json;

namespace CoinMoebius.Sdk.Providers.Mobbex.Confirmation;

/// <summary>
/// Asks Mobbex about an operation, and maps it as a notification that is read back. The raw body is the answer as this SDK has read it.
/// A checkout that nobody has told of has no operation yet: it is found by its reference once it is paid, since an attempt that failed
/// may be followed by another.
/// </summary>
/// <param name="client">The client of the account.</param>
/// <param name="account">The account; empty for the only one.</param>
internal sealed class OperationLookup(IMobbexClient client, string account) : IPaymentLookup
{
    private static readonly JsonElement Notification = ReadNotification();

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

        ReadOnlyMemory<byte> json = Encoding.UTF8.GetBytes(operation.GetRawText());
        return ReconciledEvent.From(payment, EventMapping.Map(
            PaymentProvider.Mobbex, json, json, Notification, MobbexEventMapper.Map, new MobbexDelivery(json, "", operation)).Event);
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

    private static JsonElement ReadNotification()
    {
        using var document = JsonDocument.Parse($$"""{"type":"{{MobbexEventTypes.Checkout}}"}""");
        return document.RootElement.Clone();
    }
}
