using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>
/// Asks Coin Moebius about the payment of one of its transactions, whoever carries it. Counts in the client's budget of polls. The raw
/// body is the answer as this SDK has read it.
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

        var told = ReconciledEvent.Create(
            payment,
            transaction.Status,
            transaction.Amount,
            transaction.Currency,
            transaction.UpdatedAt,
            JsonSerializer.SerializeToUtf8Bytes(transaction, TransactionJson.Default.Transaction));
        if (told is null)
        {
            return null;
        }

        var metadata = MetadataOf(told, transaction);
        return told with
        {
            IsTest = transaction.IsTest ?? told.IsTest,
            CustomerRef = told.CustomerRef ?? metadata.CustomerRef,
            Metadata = metadata.ToDictionary(),
        };
    }

    // The record's come last: the transaction's id is what links the payment.
    private static EventMetadata MetadataOf(PaymentEvent told, Transaction transaction)
    {
        var metadata = EventMetadata.From(transaction.AdditionalFields?.TryGetValue(MetadataName, out var own) == true ? own : default);
        foreach (var pair in told.Metadata)
        {
            metadata.Set(pair.Key, pair.Value);
        }

        return metadata;
    }
}
