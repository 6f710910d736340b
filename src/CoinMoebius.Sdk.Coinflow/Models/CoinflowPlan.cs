using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A subscription plan.</summary>
public sealed record CoinflowPlan : ApiModel
{
    /// <summary>The plan's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Your own code of it.</summary>
    public string? Code { get; init; }

    /// <summary>How often it is paid, of <see cref="CoinflowIntervals"/>.</summary>
    public string? Interval { get; init; }

    /// <summary>The price of one interval.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary>How many intervals lie between payments.</summary>
    public int? Duration { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The transaction made with each payment, as the API writes it.</summary>
    public JsonElement? Transaction { get; init; }

    /// <summary>The blockchain it settles on.</summary>
    public string? SettlementChain { get; init; }

    /// <summary>False when it takes no new subscribers.</summary>
    public bool? Active { get; init; }

    /// <summary>True when the merchant asks for each payment.</summary>
    public bool? MerchantInitiated { get; init; }
}
