namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A fee of a method.</summary>
public sealed record CoinflowFee : ApiModel
{
    /// <summary>What it is for, where the API says so.</summary>
    public string? Description { get; init; }

    /// <summary>How much.</summary>
    public CoinflowMoney? Fee { get; init; }

    /// <summary>The part for changing currencies, or null.</summary>
    public CoinflowMoney? FxFee { get; init; }
}
