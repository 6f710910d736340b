namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A fee of a method.</summary>
public sealed record CoinflowFee : ApiModel
{
    /// <summary>The description, where the API has one.</summary>
    public string? Description { get; init; }

    /// <summary>The amount.</summary>
    public CoinflowMoney? Fee { get; init; }

    /// <summary>The part for currency conversion, or null.</summary>
    public CoinflowMoney? FxFee { get; init; }
}
