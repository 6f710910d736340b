using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Which chargebacks to list, and in what order; everything is optional.</summary>
public sealed record CoinflowChargebackQuery
{
    /// <summary>From when on.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A status.</summary>
    public string? Status { get; init; }

    /// <summary>A text to search for.</summary>
    public string? Search { get; init; }

    /// <summary>The field to sort by.</summary>
    public string? SortBy { get; init; }

    /// <summary>True for the last first, false for the first; sent as -1 and 1.</summary>
    public bool? Descending { get; init; }

    /// <summary>True for those with an answer, false for those without.</summary>
    public bool? Responded { get; init; }

    /// <summary>A discrepancy.</summary>
    public string? Discrepancy { get; init; }

    /// <summary>A processor.</summary>
    public string? Processor { get; init; }

    /// <summary>A decision of chargeback protection.</summary>
    public string? Protection { get; init; }

    /// <summary>What became of 3-D Secure.</summary>
    public string? ThreeDSecure { get; init; }

    /// <summary>A merchant below yours.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The bank's reason.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>How many to ask for at a time; 1 to 500. <see cref="CoinflowPaymentQuery.DefaultPageSize"/> unless set.</summary>
    public int PageSize { get; init; } = CoinflowPaymentQuery.DefaultPageSize;

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(CoinflowChargebackQuery);

    internal string ToQuery(int page) => new CoinflowQuery()
        .Add("page", page).Add("limit", CoinflowQuery.Size(PageSize)).Add("status", Status).Add("search", Search).Add("sortBy", SortBy)
        .AddDirection("sortDirection", Descending).Add("responded", Responded).Add("discrepancy", Discrepancy).Add("processor", Processor)
        .Add("protection", Protection).Add("threeDSecure", ThreeDSecure).Add("merchantId", MerchantId)
        .AddMilliseconds("since", Since).AddMilliseconds("until", Until).Add("reasonCode", ReasonCode).ToString();
}
