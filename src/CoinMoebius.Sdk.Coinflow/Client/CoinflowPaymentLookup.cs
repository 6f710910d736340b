using System.Text.Json;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Coinflow.Client;

/// <summary>Looks up a payment at Coinflow by its id. The raw body is the response as this SDK reads it.</summary>
/// <param name="client">The client of the account.</param>
/// <param name="account">The account; empty for the default account.</param>
internal sealed class CoinflowPaymentLookup(ICoinflowClient client, string account) : IPaymentLookup
{
    public bool Serves(PaymentRecord payment) =>
        payment.Provider == PaymentProvider.Coinflow && payment.Account == account && payment.HasProviderId;

    public async Task<PaymentEvent?> FindAsync(PaymentRecord payment, CancellationToken cancellationToken = default)
    {
        CoinflowPayment answer;
        try
        {
            answer = await client.GetPaymentAsync(payment.PaymentId, cancellationToken).ConfigureAwait(false);
        }
        catch (CoinMoebiusNotFoundException)
        {
            return null;
        }

        ReadOnlyMemory<byte> json = JsonSerializer.SerializeToUtf8Bytes(answer, CoinflowJson.Default.CoinflowPayment);
        return ReconciledEvent.From(payment, EventMapping.Run(
            PaymentProvider.Coinflow, json, json, CoinflowEventMapper.MapLookup, new CoinflowLookedUp(answer.Status, json)).Event);
    }
}
