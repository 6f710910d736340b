using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;

namespace OwnProvider;

/// <summary>Makes deliveries as Acme makes them. It belongs in the tests of your application.</summary>
public sealed class AcmeWebhookSigner(string secret, TimeProvider timeProvider) : IWebhookSigner
{
    public PaymentProvider Provider => AcmeWebhookVerifier.Acme;

    public IReadOnlyCollection<PaymentStatus> Statuses { get; } = [PaymentStatus.Pending, PaymentStatus.Succeeded, PaymentStatus.Failed];

    public string CreatePaymentId(long number) => string.Create(CultureInfo.InvariantCulture, $"pay_{number}");

    public byte[] CreateBody(TestPayment payment)
    {
        var type = payment.Status.Value switch
        {
            PaymentStatus.Values.Pending => "payment.created",
            PaymentStatus.Values.Succeeded => "payment.paid",
            PaymentStatus.Values.Failed => "payment.expired",
            _ => throw new NotSupportedException($"Acme has no webhook for \"{payment.Status}\"."),
        };
        var amount = payment.Amount.ToString(CultureInfo.InvariantCulture);
        var paid = new { id = payment.PaymentId, amount, currency = payment.Currency, order = payment.Reference };
        return JsonSerializer.SerializeToUtf8Bytes(new { id = payment.EventId ?? $"evt_{Guid.NewGuid():N}", type, test = payment.IsTest, payment = paid });
    }

    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        var time = timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body.Span];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
        return new(Provider, body, new Dictionary<string, string> { ["Acme-Timestamp"] = time, ["Acme-Signature"] = signature });
    }
}
