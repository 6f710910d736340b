using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Which payments to list, and in what order; everything is optional.</summary>
/// <remarks>The values of <see cref="Status"/> and <see cref="Method"/> are not documented. Source: https://docs.coinflow.cash/openapi.json.</remarks>
public sealed record CoinflowPaymentQuery
{
    /// <summary>The default page size, which is that of the API.</summary>
    public const int DefaultPageSize = 100;

    /// <summary>The earliest time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The latest time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A status.</summary>
    public string? Status { get; init; }

    /// <summary>A text to search for.</summary>
    public string? Search { get; init; }

    /// <summary><c>createdAt</c> or <c>amount</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary>
    /// True for newest or largest first, false for oldest or smallest first; null for the API's default. The API's values are not documented:
    /// sent as -1 and 1.
    /// </summary>
    public bool? Descending { get; init; }

    /// <summary>A method.</summary>
    public string? Method { get; init; }

    /// <summary>A decision of chargeback protection.</summary>
    public string? Protection { get; init; }

    /// <summary>A merchant below your own.</summary>
    public string? MerchantId { get; init; }

    /// <summary>An amount, in the API's format.</summary>
    public string? Amount { get; init; }

    /// <summary>The bank's code.</summary>
    public string? AuthCode { get; init; }

    /// <summary>The page size; 1 to 500. <see cref="DefaultPageSize"/> unless set.</summary>
    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>Returns the type's name only.</summary>
    public override string ToString() => nameof(CoinflowPaymentQuery);

    internal string ToQuery(int page) => new CoinflowQuery()
        .AddMilliseconds("since", Since).AddMilliseconds("until", Until).Add("page", page).Add("limit", CoinflowQuery.Size(PageSize))
        .Add("status", Status).Add("search", Search).Add("sortBy", SortBy).AddDirection("sortDirection", Descending).Add("method", Method)
        .Add("protection", Protection).Add("merchantId", MerchantId).Add("amount", Amount).Add("authCode", AuthCode).ToString();
}
