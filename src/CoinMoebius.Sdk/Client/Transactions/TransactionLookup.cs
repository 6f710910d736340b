using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>
/// Queries Coin Moebius about the payment of one of its transactions, with any provider. The call counts in the client's polling budget.
/// The raw body of the event is the response as the SDK has parsed it.
/// </summary>
/// <param name="client">The client of the account.</param>
/// <param name="account">The account; empty for the only one.</param>
internal sealed class TransactionLookup(ICoinMoebiusClient client, string account) : IPaymentLookup
{
    private const string MetadataName = "metadata";

    public bool Serves(PaymentRecord payment) => payment.TransactionId is { Length: > 0 } && payment.Account == account;

    public async Task<PaymentEvent?> FindAsync(PaymentRecord payment, CancellationToken cancellationToken = default)
    {
        Transaction transaction;
        try
        {
            transaction = await client.GetStatusAsync(payment.TransactionId!, cancellationToken).ConfigureAwait(false);
        }
        catch (CoinMoebiusNotFoundException)
        {
            return null;
        }

        var found = ReconciledEvent.Create(
            payment,
            transaction.Status,
            transaction.Amount,
            transaction.Currency,
            transaction.UpdatedAt,
            JsonSerializer.SerializeToUtf8Bytes(transaction, TransactionJson.Default.Transaction));
        if (found is null)
        {
            return null;
        }

        var metadata = MetadataOf(found, transaction);
        return found with
        {
            IsTest = transaction.IsTest ?? found.IsTest,
            CustomerRef = found.CustomerRef ?? metadata.CustomerRef,
            Metadata = metadata.ToDictionary(),
        };
    }

    // The record's entries come last: the transaction's id in them links the payment.
    private static EventMetadata MetadataOf(PaymentEvent found, Transaction transaction)
    {
        var metadata = EventMetadata.From(transaction.AdditionalFields?.TryGetValue(MetadataName, out var own) == true ? own : default);
        foreach (var pair in found.Metadata)
        {
            metadata.Set(pair.Key, pair.Value);
        }

        return metadata;
    }
}
