namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A conversion rate. Inqud documents the call, but not its answer: the members here are inferred from the limits and requests, which
/// name the same things, and what comes under other names is in <see cref="ApiModel.AdditionalFields"/>. Check it before you rely on
/// it. Source of the call: docs.inqud.com/crypto-static-addresses/integration/api-integration.
/// </summary>
public sealed record InqudRate : ApiModel
{
    /// <summary>The asset that is priced.</summary>
    public string? BaseAsset { get; init; }

    /// <summary>The asset that it is priced in.</summary>
    public string? QuoteAsset { get; init; }

    /// <summary>How much of the second asset one unit of the first is; also when the whole answer is a number.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The same under the name that requests use.</summary>
    public decimal? ConvertRate { get; init; }

    /// <summary>The two assets, as requests write them.</summary>
    public string? ConvertPair { get; init; }
}
