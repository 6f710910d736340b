using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A subscription plan.</summary>
public sealed record CoinflowPlan : ApiModel
{
    /// <summary>The plan's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Your own code for the plan.</summary>
    public string? Code { get; init; }

    /// <summary>The interval, of <see cref="CoinflowIntervals"/>.</summary>
    public string? Interval { get; init; }

    /// <summary>The price of one interval.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary>The number of intervals between payments.</summary>
    public int? Duration { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The transaction of each payment, in the API's format.</summary>
    public JsonElement? Transaction { get; init; }

    /// <summary>The blockchain of the settlement.</summary>
    public string? SettlementChain { get; init; }

    /// <summary>False when it accepts no new subscribers.</summary>
    public bool? Active { get; init; }

    /// <summary>True when the merchant initiates each payment.</summary>
    public bool? MerchantInitiated { get; init; }
}
