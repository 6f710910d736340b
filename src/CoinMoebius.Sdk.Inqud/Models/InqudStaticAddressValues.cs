namespace CoinMoebius.Sdk.Inqud;

/// <summary>The limit and fees of an address, in its coin.</summary>
public sealed record InqudStaticAddressValues : ApiModel
{
    /// <summary>The minimum payment.</summary>
    public decimal? MinLimit { get; init; }

    /// <summary>The fee in percent.</summary>
    public decimal? PercentFee { get; init; }

    /// <summary>The fixed fee per payment.</summary>
    public decimal? FixedFee { get; init; }

    /// <summary>The estimated network fee.</summary>
    public decimal? NetworkFeeEstimate { get; init; }
}
