using System.Globalization;
using System.Text;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing.Tests.Support;

/// <summary>A provider that has a webhook for everything, with bodies that a test can read.</summary>
public sealed class PlainSigner(PaymentProvider provider) : IWebhookSigner
{
    private int _signatures;

    public PaymentProvider Provider => provider;

    public IReadOnlyCollection<PaymentStatus> Statuses { get; init; } =
    [
        PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Partial, PaymentStatus.Refunded,
        PaymentStatus.Disputed,
    ];

    public string CreatePaymentId(long number) => $"{provider}-{number.ToString(CultureInfo.InvariantCulture)}";

    public byte[] CreateBody(TestPayment payment) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{payment.Status} {payment.Amount} {payment.MovedAmount} {payment.Currency} {payment.Reference}"));

    public SignedWebhook Sign(ReadOnlyMemory<byte> body) =>
        new(provider, body, new Dictionary<string, string> { ["Signature"] = $"s{Interlocked.Increment(ref _signatures)}" });
}
