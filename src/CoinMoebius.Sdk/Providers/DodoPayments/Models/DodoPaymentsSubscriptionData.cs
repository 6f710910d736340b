namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>How a subscription begins.</summary>
public sealed record DodoPaymentsSubscriptionData : ApiModel
{
    /// <summary>Days without charge, from 0 to 10000; those of the product when null.</summary>
    public int? TrialPeriodDays { get; init; }
}
