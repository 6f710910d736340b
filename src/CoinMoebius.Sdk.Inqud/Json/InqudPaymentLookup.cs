using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Inqud.Json;

/// <summary>
/// Looks up a checkout, a request or a payment at Inqud, by the prefix of its id. A response has the format of the webhook and uses the same
/// mapper; the raw body is the response as this SDK reads it.
/// </summary>
/// <param name="client">The client of the account.</param>
/// <param name="account">The account; empty for the default account.</param>
internal sealed class InqudPaymentLookup(IInqudClient client, string account) : IPaymentLookup
{
    public bool Serves(PaymentRecord payment) =>
        payment.Provider == PaymentProvider.Inqud
        && payment.Account == account
        && (Is(payment, InqudIds.Checkout) || Is(payment, InqudIds.Request) || Is(payment, InqudIds.Payment));

    public async Task<PaymentEvent?> FindAsync(PaymentRecord payment, CancellationToken cancellationToken = default)
    {
        ReadOnlyMemory<byte> json;
        try
        {
            json = await ReadAsync(payment, cancellationToken).ConfigureAwait(false);
        }
        catch (CoinMoebiusNotFoundException)
        {
            return null;
        }

        return ReconciledEvent.From(payment, EventMapping.Run(PaymentProvider.Inqud, json, json, InqudEventMapper.Map, json).Event);
    }

    private async Task<byte[]> ReadAsync(PaymentRecord payment, CancellationToken cancellationToken)
    {
        var id = payment.PaymentId;
        if (Is(payment, InqudIds.Checkout))
        {
            return ToJson(await client.GetCheckoutAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false), InqudJson.Default.InqudCheckout);
        }

        return Is(payment, InqudIds.Request)
            ? ToJson(await client.GetRequestAsync(id, cancellationToken).ConfigureAwait(false), InqudJson.Default.InqudRequest)
            : ToJson(await client.GetPaymentAsync(id, cancellationToken).ConfigureAwait(false), InqudJson.Default.InqudPayment);
    }

    private static bool Is(PaymentRecord payment, string prefix) => payment.PaymentId.StartsWith(prefix, StringComparison.Ordinal);

    private static byte[] ToJson<T>(T answer, JsonTypeInfo<T> json) => JsonSerializer.SerializeToUtf8Bytes(answer, json);
}
