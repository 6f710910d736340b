using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Cryptomus;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Creates Cryptomus's payment webhooks, with the member <c>sign</c> in the body.</summary>
/// <param name="secret">The payment API key, as given to <see cref="CryptomusWebhookOptions"/>.</param>
public sealed class CryptomusWebhookSigner(string secret) : IWebhookSigner
{
    private const string Coin = "USDT";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _secret = secret ?? throw new ArgumentNullException(nameof(secret));

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Cryptomus;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Partial, PaymentStatus.Refunded];

    /// <inheritdoc/>
    public IReadOnlyCollection<RefundStatus> RefundStatuses { get; } = [RefundStatus.Succeeded];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => string.Create(CultureInfo.InvariantCulture, $"62f88b36-a9d5-4fa6-aa26-{number:x12}");

    /// <inheritdoc/>
    /// <remarks>The merchant's metadata goes into <c>additional_data</c>, as JSON in a text. <see cref="Sign"/> adds the signature. A refund is
    /// always of the full payment.</remarks>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (status, paid) = ToldStatus.Of(this, payment).Value switch
        {
            PaymentStatus.Values.Succeeded => (CryptomusEventTypes.Paid, payment.Amount),
            PaymentStatus.Values.Pending => (CryptomusEventTypes.ConfirmCheck, 0m),
            PaymentStatus.Values.Failed => (CryptomusEventTypes.Cancel, 0m),
            PaymentStatus.Values.Partial => (CryptomusEventTypes.WrongAmount, payment.Moved),
            PaymentStatus.Values.Refunded => (CryptomusEventTypes.RefundPaid, payment.Amount),
            _ => throw this.Unsupported(payment.Status),
        };
        var body = new JsonObject
        {
            ["type"] = "payment",
            ["uuid"] = payment.PaymentId,
            ["order_id"] = payment.Reference,
            ["amount"] = Text(payment.Amount),
            ["payment_amount"] = Text(paid),
            ["payment_amount_usd"] = Text(paid),
            ["merchant_amount"] = Text(paid * 0.98m),
            ["commission"] = Text(paid * 0.02m),
            ["is_final"] = status != CryptomusEventTypes.ConfirmCheck,
            ["status"] = status,
            ["from"] = paid > 0 ? "THgEWubVc8tPKXLJ4VZ5zbiiAK7AgqSeGH" : null,
            ["wallet_address_uuid"] = null,
            ["network"] = "tron",
            ["currency"] = payment.Currency,
            ["payer_currency"] = Coin,
            ["additional_data"] = AdditionalData(payment),
            ["convert"] = new JsonObject { ["to_currency"] = Coin, ["commission"] = null, ["rate"] = "1", ["amount"] = Text(paid) },
        };
        if (paid > 0)
        {
            body["txid"] = "6f0d9c8374db57cac0d806251473de754f361c83a03cd805f74aa9da3193486b";
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString(Compact).Replace("/", "\\/", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Puts the signature into the body, as its last member or in place of an existing one. A body that PHP cannot print remains unchanged.
    /// </remarks>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        var text = PhpText.TryPrint(body, without: "sign");
        var signed = text is null ? body.ToArray() : BodyMember.Set(body.Span, "sign"u8, Encoding.ASCII.GetBytes($"\"{Digest(text)}\""), atEnd: true);
        return new(Provider, signed, new Dictionary<string, string>());
    }

    private static string Text(decimal amount) => amount.ToString("0.00######", CultureInfo.InvariantCulture);

    private static string? AdditionalData(TestPayment payment)
    {
        var metadata = payment.MetadataWithCustomer();
        return metadata.Count == 0
            ? null
            : new JsonObject(metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))).ToJsonString(Compact);
    }

#pragma warning disable CA5351 // Cryptomus prescribes MD5.
    private string Digest(byte[] text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Convert.ToBase64String(text) + _secret)));
#pragma warning restore CA5351
}
