using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Money of a payment that was held back as a reserve.</summary>
public sealed record CoinflowReserveData : CoinflowNotificationData
{
    /// <summary>The payment.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The amount.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary>Whether or when it was released. Its type is not published, so it is plain JSON.</summary>
    public JsonElement? Released { get; init; }
}
