using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Monero;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates the webhooks of a Coin Moebius indexer, with the <c>x-monero-sig</c> header. One XMR costs 160 units of every currency except XMR
/// itself.
/// </summary>
/// <remarks>
/// The body contains the time of sending: <see cref="CreateBody"/> sets it, and <see cref="Sign(ReadOnlyMemory{byte})"/> of the same body
/// repeats it, like the indexer's retries. The body contains neither a reference nor the merchant's metadata.
/// </remarks>
/// <param name="secret">The indexer's secret, as given to <see cref="MoneroWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class MoneroWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const string Xmr = "XMR";
    private const decimal PriceOfOneXmr = 160m;
    private const int RequiredConfirmations = 10;

    // A subaddress of the stagenet, where coins have no value.
    private const string Address = "77Vx9cs1VPicFndSVgYUvTdLCJEZw9h81hXLMYsjBCXSJfUehLa9TDW3Ffh45SQa7xb6dUs18mpNxfUhQGqfwXPSMrvKhVp";
    private const string TransactionHash = "c36258a276018c3a4bc1f195a7fb530f50cd63a4fa765fb7c6f7f49fc051762a";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret ?? throw new ArgumentNullException(nameof(secret)));
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Monero;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Partial, PaymentStatus.Failed];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "xmr_test_1767225000000_" + number.ToString("x8", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (status, paid, confirmations) = ToldStatus.Of(this, payment).Value switch
        {
            PaymentStatus.Values.Succeeded => (MoneroEventTypes.Success, payment.Amount, RequiredConfirmations),
            PaymentStatus.Values.Pending => (MoneroEventTypes.Pending, payment.Amount, 3),
            PaymentStatus.Values.Partial => (MoneroEventTypes.Partial, payment.Moved, RequiredConfirmations),
            PaymentStatus.Values.Failed => (MoneroEventTypes.Failed, 0m, 0),
            _ => throw this.Unsupported(payment.Status),
        };
        var expected = InXmr(payment.Amount, payment.Currency);
        var received = InXmr(paid, payment.Currency);
        var body = new JsonObject
        {
            ["provider"] = "monero",
            ["paymentId"] = payment.PaymentId,
            ["status"] = status,
            ["txHash"] = paid > 0 ? TransactionHash : null,
            ["address"] = Address,
            ["invoiceCurrency"] = payment.Currency,
            ["invoiceAmount"] = payment.Amount,
            ["expectedAmountAtomic"] = Atomic(expected),
            ["receivedAmountAtomic"] = Atomic(received),
            ["expectedAmountXmr"] = Number(expected),
            ["receivedAmountXmr"] = Number(received),
            ["confirmations"] = confirmations,
            ["requiredConfirmations"] = RequiredConfirmations,
            ["blockHeight"] = paid > 0 ? 153624 : null,
            ["timestamp"] = _timeProvider.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body) =>
        new(Provider, body, new Dictionary<string, string>
        {
            ["x-monero-sig"] = Convert.ToHexStringLower(HMACSHA256.HashData(_key, body.Span)),
        });

    private static MoneroAmount InXmr(decimal amount, string currency) =>
        MoneroAmount.Ceiling(currency == Xmr ? amount : amount / PriceOfOneXmr);

    private static string Atomic(MoneroAmount amount) => amount.AtomicUnits.ToString(CultureInfo.InvariantCulture);

    // The indexer's numbers have no trailing zeros, as JavaScript prints them.
    private static JsonValue Number(MoneroAmount amount) =>
        JsonValue.Create(decimal.Parse(amount.Xmr.ToString("0.############", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
}
