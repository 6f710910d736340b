namespace CoinMoebius.Sdk.Inqud;

/// <summary>The limit and fees of an address, in its coin.</summary>
public sealed record InqudStaticAddressValues : ApiModel
{
    /// <summary>The least that can be paid.</summary>
    public decimal? MinLimit { get; init; }

    /// <summary>The fee in percent.</summary>
    public decimal? PercentFee { get; init; }

    /// <summary>The fee of each payment.</summary>
    public decimal? FixedFee { get; init; }

    /// <summary>About what the network takes.</summary>
    public decimal? NetworkFeeEstimate { get; init; }
}
