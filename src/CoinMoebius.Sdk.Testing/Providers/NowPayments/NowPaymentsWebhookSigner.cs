using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.NowPayments;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Creates NOWPayments' payment notifications, with the <c>x-nowpayments-sig</c> header.</summary>
/// <param name="secret">The IPN secret key, as given to <see cref="NowPaymentsWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class NowPaymentsWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const string Coin = "usdttrc20";

    // JavaScript escapes only what JSON requires.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _key = Encoding.UTF8.GetBytes((secret ?? throw new ArgumentNullException(nameof(secret))).Trim());
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.NowPayments;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Partial, PaymentStatus.Refunded];

    /// <inheritdoc/>
    public IReadOnlyCollection<RefundStatus> RefundStatuses { get; } = [RefundStatus.Succeeded];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => (5_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    /// <remarks>A refund is always of the full payment: NOWPayments does not state the amount.</remarks>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (status, paid) = ToldStatus.Of(this, payment).Value switch
        {
            PaymentStatus.Values.Succeeded => (NowPaymentsEventTypes.Finished, payment.Amount),
            PaymentStatus.Values.Pending => (NowPaymentsEventTypes.Waiting, 0m),
            PaymentStatus.Values.Failed => (NowPaymentsEventTypes.Failed, 0m),
            PaymentStatus.Values.Partial => (NowPaymentsEventTypes.PartiallyPaid, payment.Moved),
            PaymentStatus.Values.Refunded => (NowPaymentsEventTypes.Refunded, payment.Amount),
            _ => throw this.Unsupported(payment.Status),
        };
        var body = new JsonObject
        {
            ["payment_id"] = long.TryParse(payment.PaymentId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : payment.PaymentId,
            ["parent_payment_id"] = null,
            ["invoice_id"] = null,
            ["payment_status"] = status,
            ["pay_address"] = "TNDFkiSmBQorNFacb3735q8MnT29sn8BLn",
            ["payin_extra_id"] = null,
            ["price_amount"] = payment.Amount,
            ["price_currency"] = payment.Currency.ToLowerInvariant(),
            ["pay_amount"] = payment.Amount,
            ["actually_paid"] = paid,
            ["actually_paid_at_fiat"] = paid,
            ["pay_currency"] = Coin,
            ["order_id"] = payment.Reference,
            ["order_description"] = null,
            ["purchase_id"] = payment.PaymentId,
            ["outcome_amount"] = paid,
            ["outcome_currency"] = Coin,
            ["payment_extra_ids"] = null,
            ["fee"] = new JsonObject { ["currency"] = Coin, ["depositFee"] = 0, ["withdrawalFee"] = 0, ["serviceFee"] = 0 },
            ["updated_at"] = _timeProvider.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString(Compact));
    }

    /// <inheritdoc/>
    /// <remarks>The signature covers the body's canonical JSON. A body that is not JSON, or deeper than 512 levels, is signed as is.</remarks>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        var digest = Convert.ToHexStringLower(HMACSHA512.HashData(_key, SortedJson.TryPrint(body) ?? body.ToArray()));
        return new(Provider, body, new Dictionary<string, string> { ["x-nowpayments-sig"] = digest });
    }
}
