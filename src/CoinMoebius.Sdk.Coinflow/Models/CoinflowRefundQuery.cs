using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Which refunds to list; everything is optional.</summary>
public sealed record CoinflowRefundQuery
{
    /// <summary>The earliest time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The latest time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A status, of <see cref="CoinflowRefundStatus.Values"/>.</summary>
    public string? Status { get; init; }

    /// <summary>The source of the money.</summary>
    public string? Source { get; init; }

    /// <summary>A method.</summary>
    public string? Method { get; init; }

    /// <summary>A merchant below your own.</summary>
    public string? MerchantId { get; init; }

    /// <summary>A text to search for.</summary>
    public string? Search { get; init; }

    /// <summary>Returns the type's name only.</summary>
    public override string ToString() => nameof(CoinflowRefundQuery);

    internal string ToQuery() => new CoinflowQuery()
        .AddMilliseconds("since", Since).AddMilliseconds("until", Until).Add("status", Status).Add("source", Source).Add("method", Method)
        .Add("merchantId", MerchantId).Add("search", Search).ToString();
}
