namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A place on earth.</summary>
public sealed record CoinflowLocation : ApiModel
{
    /// <summary>The latitude, in degrees.</summary>
    public decimal? Lat { get; init; }

    /// <summary>The longitude, in degrees.</summary>
    public decimal? Lng { get; init; }
}
