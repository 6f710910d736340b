namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A conversion rate. Inqud documents the call, but not its response: the members here are inferred from the limits and requests, which have
/// the same ones, and all others are in <see cref="ApiModel.AdditionalFields"/>. Check the values before you rely on them. Source of the
/// call: docs.inqud.com/crypto-static-addresses/integration/api-integration.
/// </summary>
public sealed record InqudRate : ApiModel
{
    /// <summary>The asset that is priced.</summary>
    public string? BaseAsset { get; init; }

    /// <summary>The asset that it is priced in.</summary>
    public string? QuoteAsset { get; init; }

    /// <summary>The amount of the second asset that one unit of the first is worth; also set when the whole response is a number.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The rate under the name that requests use.</summary>
    public decimal? ConvertRate { get; init; }

    /// <summary>The two assets, in the format of requests.</summary>
    public string? ConvertPair { get; init; }
}
