using System.Diagnostics;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;
using CoinMoebius.Sdk.Providers.Cryptomus.Signing;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// How <see cref="ICryptomusClient"/> reaches Cryptomus. Both values are in the merchant's settings in the dashboard, once its
/// moderation is over. Validated at start-up. Source: doc.cryptomus.com/business/general/getting-api-keys.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CryptomusOptions : ApiClientOptions
{
    private static readonly ApiDialect CryptomusDialect = new(PaymentProvider.Cryptomus, "Cryptomus", "Check CryptomusOptions.MerchantId and CryptomusOptions.PaymentApiKey.")
    {
        IsFailure = CryptomusAnswers.IsFailure,
        CreateException = CryptomusErrors.Create,
    };

    /// <summary>Creates options for <c>https://api.cryptomus.com</c>. There is no sandbox.</summary>
    public CryptomusOptions()
        : base(new("https://api.cryptomus.com"))
    {
    }

    /// <summary>The merchant's id, a UUID, sent as <c>merchant</c>. Required.</summary>
    public string MerchantId { get; set; } = "";

    /// <summary>The payment API key, which signs every call. Required. It is not the payout key.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string PaymentApiKey { get; set; } = "";

    internal override ApiDialect Dialect => CryptomusDialect;

    /// <summary>Returns the merchant's id and the address, without the key.</summary>
    public override string ToString() => $"CryptomusOptions {{ MerchantId = {MerchantId}, BaseAddress = {BaseAddress} }}";

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        request.Set("merchant", MerchantId);
        request.Set("sign", CryptomusSignature.Sign(PaymentApiKey, body.Span));
    }

    internal override void Validate(List<string> failures)
    {
        failures.Require(
            OptionsFailures.IsHeaderToken(MerchantId),
            "MerchantId is missing or has spaces. Copy the merchant's UUID from its settings in the dashboard.");
        failures.Require(
            OptionsFailures.IsHeaderToken(PaymentApiKey),
            "PaymentApiKey is missing or has spaces. Copy the payment API key whole from the merchant's settings in the dashboard.");
    }
}
