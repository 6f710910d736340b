using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The shares of a marketplace's payment.</summary>
public sealed record CoinflowMarketplaceInfo : ApiModel
{
    /// <summary>The marketplace's share.</summary>
    public CoinflowMoney? MarketplaceFee { get; init; }

    /// <summary>The settlement of the marketplace's share, in the API's format.</summary>
    public JsonElement? MarketplaceSettlement { get; init; }

    /// <summary>The settlement of the seller's share, in the API's format.</summary>
    public JsonElement? SellerSettlement { get; init; }

    /// <summary>The share in percent.</summary>
    public decimal? FeePercentage { get; init; }

    /// <summary>The fixed share.</summary>
    public CoinflowMoney? FixedFee { get; init; }
}
