using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Which chargebacks to list, and in what order; everything is optional.</summary>
public sealed record CoinflowChargebackQuery
{
    /// <summary>The earliest time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The latest time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A status.</summary>
    public string? Status { get; init; }

    /// <summary>A text to search for.</summary>
    public string? Search { get; init; }

    /// <summary>The field to sort by.</summary>
    public string? SortBy { get; init; }

    /// <summary>True for newest first, false for oldest first; sent as -1 and 1.</summary>
    public bool? Descending { get; init; }

    /// <summary>True for chargebacks with a response, false for those without.</summary>
    public bool? Responded { get; init; }

    /// <summary>A discrepancy.</summary>
    public string? Discrepancy { get; init; }

    /// <summary>A processor.</summary>
    public string? Processor { get; init; }

    /// <summary>A decision of chargeback protection.</summary>
    public string? Protection { get; init; }

    /// <summary>The outcome of 3-D Secure.</summary>
    public string? ThreeDSecure { get; init; }

    /// <summary>A merchant below your own.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The bank's reason.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The page size; 1 to 500. <see cref="CoinflowPaymentQuery.DefaultPageSize"/> unless set.</summary>
    public int PageSize { get; init; } = CoinflowPaymentQuery.DefaultPageSize;

    /// <summary>Returns the type's name only.</summary>
    public override string ToString() => nameof(CoinflowChargebackQuery);

    internal string ToQuery(int page) => new CoinflowQuery()
        .Add("page", page).Add("limit", CoinflowQuery.Size(PageSize)).Add("status", Status).Add("search", Search).Add("sortBy", SortBy)
        .AddDirection("sortDirection", Descending).Add("responded", Responded).Add("discrepancy", Discrepancy).Add("processor", Processor)
        .Add("protection", Protection).Add("threeDSecure", ThreeDSecure).Add("merchantId", MerchantId)
        .AddMilliseconds("since", Since).AddMilliseconds("until", Until).Add("reasonCode", ReasonCode).ToString();
}
