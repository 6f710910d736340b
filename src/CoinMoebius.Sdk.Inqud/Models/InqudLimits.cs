namespace CoinMoebius.Sdk.Inqud;

/// <summary>What can be paid in a coin, and what it is worth.</summary>
public sealed record InqudLimits : ApiModel
{
    /// <summary>The least.</summary>
    public decimal? MinLimit { get; init; }

    /// <summary>The most.</summary>
    public decimal? MaxLimit { get; init; }

    /// <summary>The rate of <see cref="ConvertPair"/>; null when nothing is converted.</summary>
    public decimal? ConvertRate { get; init; }

    /// <summary>The two currencies of the rate, for example <c>USDTUSD</c>; null when nothing is converted.</summary>
    public string? ConvertPair { get; init; }
}
