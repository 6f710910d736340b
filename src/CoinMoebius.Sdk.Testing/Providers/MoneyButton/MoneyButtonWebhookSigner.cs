using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.MoneyButton;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates Money Button's webhooks as receivers stored them, with the secret in the body. Historical: Money Button has shut down, and no
/// captured webhook was ever published; the format follows its documentation and public receivers.
/// </summary>
/// <param name="secret">The app's Webhook secret, as given to <see cref="MoneyButtonWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class MoneyButtonWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    // An arbitrary rate for test payments.
    private const decimal SatoshisPerUnit = 746_676m;
    private const string TxId = "79cdd6f7649e9ca0a63e065cde3f4f5fdd6f3012eccfbea1f0e031b91a46cf54";

    // JavaScript escapes only what JSON requires.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _secret = Quote(secret ?? throw new ArgumentNullException(nameof(secret)));
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>The user id that receives the outputs of <see cref="CreateBody"/>.</summary>
    public string RecipientUserId { get; init; } = "5";

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.MoneyButton;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Reversed];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => (1_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    /// <remarks>The merchant's metadata goes into <c>buttonData</c>, as JSON in a text. <see cref="Sign"/> adds the secret.</remarks>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var status = ToldStatus.Of(this, payment).Value switch
        {
            PaymentStatus.Values.Succeeded => MoneyButtonEventTypes.Completed,
            PaymentStatus.Values.Pending => MoneyButtonEventTypes.Pending,
            PaymentStatus.Values.Failed => MoneyButtonEventTypes.Failed,
            PaymentStatus.Values.Reversed => MoneyButtonEventTypes.DoubleSpent,
            _ => throw this.Unsupported(payment.Status),
        };
        var now = _timeProvider.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var satoshis = decimal.Round(payment.Amount * SatoshisPerUnit).ToString("0", CultureInfo.InvariantCulture);
        var amount = payment.Amount.ToString(CultureInfo.InvariantCulture);
        var body = new JsonObject
        {
            ["payment"] = new JsonObject
            {
                ["id"] = payment.PaymentId,
                ["createdAt"] = now,
                ["updatedAt"] = now,
                ["userId"] = "7",
                ["txid"] = status is MoneyButtonEventTypes.Completed or MoneyButtonEventTypes.DoubleSpent ? TxId : null,
                ["normalizedTxid"] = TxId,
                ["amount"] = amount,
                ["currency"] = payment.Currency,
                ["satoshis"] = satoshis,
                ["status"] = status,
                ["statusDescription"] = status == MoneyButtonEventTypes.Failed ? "Timed out." : null,
                ["buttonId"] = payment.Reference,
                ["buttonData"] = ButtonData(payment),
                ["paymentOutputs"] = new JsonArray(new JsonObject
                {
                    ["id"] = "1",
                    ["paymentId"] = payment.PaymentId,
                    ["to"] = RecipientUserId,
                    ["amount"] = amount,
                    ["currency"] = payment.Currency,
                    ["satoshis"] = satoshis,
                    ["type"] = MoneyButtonOutputTypes.User,
                    ["userId"] = RecipientUserId,
                    ["address"] = null,
                    ["script"] = null,
                }),
            },
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString(Compact));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Puts the secret into the body, as its first member or in place of an existing secret. A body that is not a JSON object remains unchanged.
    /// </remarks>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body) => new(
        Provider, BodyMember.Set(body.Span, "secret"u8, _secret, atEnd: false), new Dictionary<string, string>());

    private static string? ButtonData(TestPayment payment)
    {
        var metadata = payment.MetadataWithCustomer();
        return metadata.Count == 0
            ? null
            : new JsonObject(metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))).ToJsonString(Compact);
    }

    private static byte[] Quote(string text) => Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text, Compact.Encoder)}\"");
}
