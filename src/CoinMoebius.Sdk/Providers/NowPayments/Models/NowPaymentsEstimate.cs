namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>An estimate in another currency. Source: https://documenter.getpostman.com/view/7907941/S1a32n38 ("Get estimated price").</summary>
public sealed record NowPaymentsEstimate : ApiModel
{
    /// <summary>The price, in major units of <see cref="CurrencyFrom"/>.</summary>
    public decimal? AmountFrom { get; init; }

    /// <summary>The currency of the price, in lower case.</summary>
    public string? CurrencyFrom { get; init; }

    /// <summary>The price in <see cref="CurrencyTo"/>; null when the response has no number.</summary>
    public decimal? EstimatedAmount { get; init; }

    /// <summary>The requested currency, in lower case.</summary>
    public string? CurrencyTo { get; init; }
}
