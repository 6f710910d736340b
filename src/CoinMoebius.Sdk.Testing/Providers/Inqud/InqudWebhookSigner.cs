using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Inqud;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Makes Inqud's checkout webhooks, signed as the <c>X-Payload-Digest</c> header is. What is paid is paid in USDT, one to one with the
/// currency of the price.
/// </summary>
/// <param name="secret">The webhook's secret, as given to <see cref="InqudWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class InqudWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const string Coin = "USDT";
    private const string Blockchain = "TRON";
    private const string Asset = Blockchain + "_" + Coin;
    private const string ProjectId = "CAP-00000000-0000-4000-8000-000000000001";

    // Nine digits, as Inqud writes them; the clock knows seven.
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret ?? throw new ArgumentNullException(nameof(secret)));
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Inqud;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Partial];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "CCO-" + Uuid(number);

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (status, reason, paid) = payment.Status.Value switch
        {
            PaymentStatus.Values.Succeeded => (InqudEventTypes.Success, (string?)null, (decimal?)payment.Amount),
            PaymentStatus.Values.Pending => (InqudEventTypes.PaymentDetected, null, null),
            PaymentStatus.Values.Failed => (InqudEventTypes.Expired, null, null),
            PaymentStatus.Values.Partial => (InqudEventTypes.Conflict, "UNDERPAID", payment.Moved),
            _ => throw this.Unsupported(payment.Status),
        };
        var now = Now();
        var body = new JsonObject
        {
            ["id"] = payment.PaymentId,
            ["projectId"] = ProjectId,
            ["projectName"] = "shop",
            ["merchantDomain"] = "shop.example",
            ["clientOrderId"] = payment.Reference,
            ["status"] = status,
            ["reason"] = reason,
            ["name"] = null,
            ["type"] = "FIXED_PRICE",
            ["fixedAmount"] = new JsonObject { ["currency"] = payment.Currency, ["amount"] = payment.Amount },
            ["suggestedAmounts"] = null,
            ["cryptoCurrencies"] = new JsonArray(Asset),
            ["cryptoCurrencyDetails"] = new JsonObject(),
            ["request"] = Request(payment, status == InqudEventTypes.PaymentDetected ? "PENDING_PAYMENT" : status, reason, paid, now),
            ["returnUrl"] = null,
            ["acquiringUrl"] = "https://paycrypto.inqud.com/checkout/" + payment.PaymentId,
            ["createdAt"] = now,
            ["lastUpdatedAt"] = now,
            ["expiresAt"] = Now(TimeSpan.FromHours(1)),
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body) =>
        new(Provider, body, new Dictionary<string, string>
        {
            ["X-Payload-Digest"] = Convert.ToHexStringLower(Digest(body.Span)),
        });

    private JsonObject Request(TestPayment payment, string status, string? reason, decimal? paid, string now) => new()
    {
        ["id"] = "CAPD-" + payment.PaymentId[(payment.PaymentId.IndexOf('-', StringComparison.Ordinal) + 1)..],
        ["orderId"] = "ORD-00000000-0000-4000-8000-000000000004",
        ["clientOrderId"] = payment.Reference,
        ["currency"] = Coin,
        ["blockchain"] = Blockchain,
        ["status"] = status,
        ["reason"] = reason,
        ["checkoutId"] = payment.PaymentId,
        ["address"] = "TNDFkiSmBQorNFacb3735q8MnT29sn8BLn",
        ["paymentWindowEndsAt"] = Now(TimeSpan.FromMinutes(10)),
        ["createdAt"] = now,
        ["txHash"] = paid is null ? null : "b2b1f3d0a0a64d7c9d0c6c1c3b0c1e9f5a7d8e6f4c3b2a190817263544536271",
        ["requestAmount"] = payment.Amount,
        ["requestAmountIn"] = payment.Currency,
        ["requestAmountConverted"] = payment.Amount,
        ["convertPair"] = Coin + payment.Currency,
        ["convertRate"] = 1,
        ["payAmount"] = payment.Amount,
        ["paidAmount"] = paid,
        ["overpaid"] = false,
    };

    private string Now(TimeSpan later = default) =>
        (_timeProvider.GetUtcNow() + later).UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

#pragma warning disable CA5350 // Inqud prescribes HMAC-SHA1; as a keyed digest it is sound.
    private byte[] Digest(ReadOnlySpan<byte> body) => HMACSHA1.HashData(_key, body);
#pragma warning restore CA5350

    private static string Uuid(long number) => "00000000-0000-4000-8000-" + number.ToString("x12", CultureInfo.InvariantCulture);
}
