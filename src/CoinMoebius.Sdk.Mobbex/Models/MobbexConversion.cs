namespace CoinMoebius.Sdk.Mobbex;

/// <summary>An amount in another currency. Source: the plugins Mobbex publishes.</summary>
public sealed record MobbexConversion : ApiModel
{
    /// <summary>The amount in major units of the requested currency.</summary>
    public decimal? Result { get; init; }

    /// <summary>The exchange rate.</summary>
    public decimal? Rate { get; init; }
}
