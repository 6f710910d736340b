namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A charge of a subscriber; one without members is the usual charge. Source: mobbex.dev/ejecuciones.</summary>
public sealed record MobbexChargeRequest : ApiModel
{
    /// <summary>The amount in major units, with two decimals at most; the usual amount by default.</summary>
    public decimal? Total { get; init; }

    /// <summary>The merchant's reference of the charge.</summary>
    public string? Reference { get; init; }

    /// <summary>The description that the payer sees.</summary>
    public string? Description { get; init; }
}
