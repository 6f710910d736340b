using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A new subscription plan, or changes to an existing one.</summary>
public sealed record CoinflowPlanRequest : ApiModel
{
    /// <summary>The name. Required for a new plan.</summary>
    public string? Name { get; init; }

    /// <summary>Your own code for the plan. Required for a new plan.</summary>
    public string? Code { get; init; }

    /// <summary>The interval, of <see cref="CoinflowIntervals"/>. Required for a new plan.</summary>
    public string? Interval { get; init; }

    /// <summary>The price of one interval. Required for a new plan.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary>The number of intervals between payments; 1 unless given.</summary>
    public int? Duration { get; init; }

    /// <summary>A description.</summary>
    public string? Description { get; init; }

    /// <summary>A transaction for each payment, in Coinflow's format.</summary>
    public JsonObject? Transaction { get; init; }

    /// <summary>The blockchain of the settlement.</summary>
    public string? SettlementChain { get; init; }

    /// <summary>False to accept no new subscribers.</summary>
    public bool? Active { get; init; }

    /// <summary>True when the merchant initiates each payment.</summary>
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

/// <summary>The payment intervals of subscriptions.</summary>
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
