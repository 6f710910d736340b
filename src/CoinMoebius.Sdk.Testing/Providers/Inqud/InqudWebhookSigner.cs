using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates Inqud's checkout webhooks, with the <c>X-Payload-Digest</c> header. Payments are in USDT, at one to one with the currency of the
/// price.
/// </summary>
/// <param name="secret">The webhook's secret, as given to <see cref="InqudWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class InqudWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const string CheckoutPrefix = "CCO-";
    private const string ProjectId = "CAP-00000000-0000-4000-8000-000000000001";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret ?? throw new ArgumentNullException(nameof(secret)));
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Inqud;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Partial];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) =>
        $"{CheckoutPrefix}00000000-0000-4000-8000-{number.ToString("x12", CultureInfo.InvariantCulture)}";

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (status, reason, paid) = ToldStatus.Of(this, payment).Value switch
        {
            PaymentStatus.Values.Succeeded => (InqudEventTypes.Success, (string?)null, (decimal?)payment.Amount),
            PaymentStatus.Values.Pending => (InqudEventTypes.PaymentDetected, null, null),
            PaymentStatus.Values.Failed => (InqudEventTypes.Expired, null, null),
            PaymentStatus.Values.Partial => (InqudEventTypes.Conflict, InqudReasons.Underpaid, payment.Moved),
            _ => throw this.Unsupported(payment.Status),
        };
        var now = _timeProvider.GetUtcNow();
        var document = new InqudDocument
        {
            CheckoutId = payment.PaymentId,
            Uuid = payment.PaymentId.StartsWith(CheckoutPrefix, StringComparison.Ordinal) ? payment.PaymentId[CheckoutPrefix.Length..] : payment.PaymentId,
            ProjectId = ProjectId,
            Reference = payment.Reference,
            Price = payment.Amount,
            Currency = payment.Currency,
            Coin = InqudCoin.TronUsdt,
            Status = status,
            Reason = reason,
            Paid = paid,
            PageUrl = "https://paycrypto.inqud.com/checkout/" + payment.PaymentId,
            CreatedAt = now.AddMinutes(-1),
            UpdatedAt = now,
        };
        return Encoding.UTF8.GetBytes(document.ToCheckout().ToJsonString());
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body) =>
        new(Provider, body, new Dictionary<string, string>
        {
            ["X-Payload-Digest"] = Convert.ToHexStringLower(Digest(body.Span)),
        });

#pragma warning disable CA5350 // Inqud prescribes HMAC-SHA1, which is secure as a keyed digest.
    private byte[] Digest(ReadOnlySpan<byte> body) => HMACSHA1.HashData(_key, body);
#pragma warning restore CA5350
}
