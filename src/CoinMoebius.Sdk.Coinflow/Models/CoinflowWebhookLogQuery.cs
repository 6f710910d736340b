using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Which deliveries of webhooks to list; everything is optional.</summary>
public sealed record CoinflowWebhookLogQuery
{
    /// <summary>The status code of your site's response.</summary>
    public int? ResponseCode { get; init; }

    /// <summary>A text to search for.</summary>
    public string? Search { get; init; }

    /// <summary>An event type.</summary>
    public string? EventType { get; init; }

    /// <summary>A merchant below your own.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The earliest time of sending.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The latest time of sending.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>The payment.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The page size; 1 to 500. <see cref="CoinflowPaymentQuery.DefaultPageSize"/> unless set.</summary>
    public int PageSize { get; init; } = CoinflowPaymentQuery.DefaultPageSize;

    /// <summary>Returns the type's name only.</summary>
    public override string ToString() => nameof(CoinflowWebhookLogQuery);

    internal string ToQuery(int page) => new CoinflowQuery()
        .Add("page", page).Add("limit", CoinflowQuery.Size(PageSize)).Add("responseCode", ResponseCode).Add("search", Search)
        .Add("eventType", EventType).Add("merchantId", MerchantId).AddIso("startDate", StartDate).AddIso("endDate", EndDate)
        .Add("transactionId", TransactionId).ToString();
}
