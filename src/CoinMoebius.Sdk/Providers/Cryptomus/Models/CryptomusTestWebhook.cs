using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>A webhook to be sent for a test. Source: doc.cryptomus.com/business/payments/testing-webhook.</summary>
public sealed record CryptomusTestWebhook : ApiModel
{
    private const int MaxUrlLength = 150;

    /// <summary>Where it goes. https; at most 150 characters.</summary>
    public required Uri UrlCallback { get; init; }

    /// <summary>The invoice's currency, for example <c>USDT</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>The network, for example <c>tron</c>.</summary>
    public required string Network { get; init; }

    /// <summary>What it tells. <see cref="CryptomusPaymentStatus.Paid"/> unless set.</summary>
    public CryptomusPaymentStatus Status { get; init; } = CryptomusPaymentStatus.Paid;

    /// <summary>The UUID of a payment; any one unless set.</summary>
    [JsonPropertyName("uuid")]
    public string? PaymentId { get; init; }

    /// <summary>The order id of a payment; any one unless set.</summary>
    public string? OrderId { get; init; }

    internal void Validate(string parameterName)
    {
        CryptomusChecks.Require(UrlCallback is not null, "UrlCallback is missing.", parameterName);
        CryptomusChecks.Url(UrlCallback, MaxUrlLength, "UrlCallback", parameterName);
        CryptomusChecks.Require(!string.IsNullOrWhiteSpace(Currency), "Currency is empty: name one, for example USDT.", parameterName);
        CryptomusChecks.Require(!string.IsNullOrWhiteSpace(Network), "Network is empty: name one, for example tron.", parameterName);
        CryptomusChecks.Require(Status.Value.Length > 0, "Status is empty.", parameterName);
        if (PaymentId is not null)
        {
            CryptomusChecks.PaymentId(PaymentId, parameterName);
        }

        if (OrderId is not null)
        {
            CryptomusChecks.OrderId(OrderId, "OrderId", parameterName);
        }
    }
}
