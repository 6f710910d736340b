namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A chargeback that was opened, won or lost.</summary>
public sealed record CoinflowChargebackData : CoinflowPaymentNotificationData
{
    /// <summary>The chargeback.</summary>
    public string? ChargebackId { get; init; }

    /// <summary>The description of <see cref="CoinflowPaymentNotificationData.ReasonCode"/>.</summary>
    public string? ReasonDescription { get; init; }

    /// <summary>The merchant's deadline for a response, in UTC.</summary>
    public DateTimeOffset? RespondByDate { get; init; }
}
