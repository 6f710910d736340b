namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A chargeback that was opened, won or lost.</summary>
public sealed record CoinflowChargebackData : CoinflowPaymentNotificationData
{
    /// <summary>The chargeback.</summary>
    public string? ChargebackId { get; init; }

    /// <summary><see cref="CoinflowPaymentNotificationData.ReasonCode"/> in words.</summary>
    public string? ReasonDescription { get; init; }

    /// <summary>Until when the merchant may answer, in UTC.</summary>
    public DateTimeOffset? RespondByDate { get; init; }
}
