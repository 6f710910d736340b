namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer is subscribed, but the first payment is not made yet: wait for its webhook.</summary>
public sealed record CoinflowSubscribed : CoinflowPaymentResult
{
    /// <summary>The text that the API returns; its meaning is not documented.</summary>
    public string Reference { get => field ?? ""; init; }
}
