using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Which deliveries of webhooks to list; everything is optional.</summary>
public sealed record CoinflowWebhookLogQuery
{
    /// <summary>The status your site answered with.</summary>
    public int? ResponseCode { get; init; }

    /// <summary>A text to search for.</summary>
    public string? Search { get; init; }

    /// <summary>An event type.</summary>
    public string? EventType { get; init; }

    /// <summary>A merchant below yours.</summary>
    public string? MerchantId { get; init; }

    /// <summary>Sent from when on.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Sent until when.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>The payment.</summary>
    public string? TransactionId { get; init; }

    /// <summary>How many to ask for at a time; 1 to 500. <see cref="CoinflowPaymentQuery.DefaultPageSize"/> unless set.</summary>
    public int PageSize { get; init; } = CoinflowPaymentQuery.DefaultPageSize;

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(CoinflowWebhookLogQuery);

    internal string ToQuery(int page) => new CoinflowQuery()
        .Add("page", page).Add("limit", CoinflowQuery.Size(PageSize)).Add("responseCode", ResponseCode).Add("search", Search)
        .Add("eventType", EventType).Add("merchantId", MerchantId).AddIso("startDate", StartDate).AddIso("endDate", EndDate)
        .Add("transactionId", TransactionId).ToString();
}
