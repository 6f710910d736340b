namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A charge of a subscriber; one without members is the usual charge. Source: mobbex.dev/ejecuciones.</summary>
public sealed record MobbexChargeRequest : ApiModel
{
    /// <summary>The amount in major units, with two decimals at most; the usual one unless set.</summary>
    public decimal? Total { get; init; }

    /// <summary>Your reference of the charge.</summary>
    public string? Reference { get; init; }

    /// <summary>What the payer reads.</summary>
    public string? Description { get; init; }
}
