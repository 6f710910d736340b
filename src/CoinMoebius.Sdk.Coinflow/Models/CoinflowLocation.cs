namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A geographic location.</summary>
public sealed record CoinflowLocation : ApiModel
{
    /// <summary>The latitude, in degrees.</summary>
    public decimal? Lat { get; init; }

    /// <summary>The longitude, in degrees.</summary>
    public decimal? Lng { get; init; }
}
