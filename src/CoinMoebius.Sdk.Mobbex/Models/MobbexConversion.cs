namespace CoinMoebius.Sdk.Mobbex;

/// <summary>An amount in another currency. Source: the plugins Mobbex publishes.</summary>
public sealed record MobbexConversion : ApiModel
{
    /// <summary>The amount in major units of the currency that was asked for.</summary>
    public decimal? Result { get; init; }

    /// <summary>What one unit costs.</summary>
    public decimal? Rate { get; init; }
}
