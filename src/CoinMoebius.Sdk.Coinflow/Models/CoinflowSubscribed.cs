namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer is subscribed. The first payment is not made by that: wait for its webhook.</summary>
public sealed record CoinflowSubscribed : CoinflowPaymentResult
{
    /// <summary>The text that the API answers with; what it names is not documented.</summary>
    public string Reference { get => field ?? ""; init; }
}
