namespace CoinMoebius.Sdk.Inqud;

/// <summary>The limits and the rate of a coin.</summary>
public sealed record InqudLimits : ApiModel
{
    /// <summary>The minimum amount.</summary>
    public decimal? MinLimit { get; init; }

    /// <summary>The maximum amount.</summary>
    public decimal? MaxLimit { get; init; }

    /// <summary>The rate of <see cref="ConvertPair"/>; null when nothing is converted.</summary>
    public decimal? ConvertRate { get; init; }

    /// <summary>The two currencies of the rate, for example <c>USDTUSD</c>; null when nothing is converted.</summary>
    public string? ConvertPair { get; init; }
}
