using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A subscription plan to make, or what to change of one.</summary>
public sealed record CoinflowPlanRequest : ApiModel
{
    /// <summary>The name. Required for a new plan.</summary>
    public string? Name { get; init; }

    /// <summary>Your own code of it. Required for a new plan.</summary>
    public string? Code { get; init; }

    /// <summary>How often it is paid, of <see cref="CoinflowIntervals"/>. Required for a new plan.</summary>
    public string? Interval { get; init; }

    /// <summary>The price of one interval. Required for a new plan.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary>How many intervals lie between payments; 1 unless given.</summary>
    public int? Duration { get; init; }

    /// <summary>A description.</summary>
    public string? Description { get; init; }

    /// <summary>A transaction to make with each payment; the shape is Coinflow's.</summary>
    public JsonObject? Transaction { get; init; }

    /// <summary>The blockchain it settles on.</summary>
    public string? SettlementChain { get; init; }

    /// <summary>False to take no new subscribers.</summary>
    public bool? Active { get; init; }

    /// <summary>True when the merchant asks for each payment.</summary>
    public bool? MerchantInitiated { get; init; }

    internal void CheckNew()
    {
        CoinflowChecks.RequireText(Name, nameof(Name));
        CoinflowChecks.RequireText(Code, nameof(Code));
        CoinflowChecks.RequireText(Interval, nameof(Interval));
        CoinflowChecks.RequirePositive(Amount, nameof(Amount));
        Check();
    }

    internal void Check()
    {
        CoinflowChecks.Require(Amount is not { Cents: <= 0 }, nameof(Amount), "the amount must be positive.");
        CoinflowChecks.Require(Duration is not <= 0, nameof(Duration), "it must be positive.");
    }
}

/// <summary>How often a subscription is paid.</summary>
public static class CoinflowIntervals
{
    /// <summary>Every day.</summary>
    public const string Daily = "Daily";

    /// <summary>Every week.</summary>
    public const string Weekly = "Weekly";

    /// <summary>Every month.</summary>
    public const string Monthly = "Monthly";

    /// <summary>Every year.</summary>
    public const string Yearly = "Yearly";
}
