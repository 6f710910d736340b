namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>The minimum payment amount. Source: https://documenter.getpostman.com/view/7907941/S1a32n38 ("Get the minimum payment amount").</summary>
public sealed record NowPaymentsMinimumAmount : ApiModel
{
    /// <summary>The currency that the buyer pays in, in lower case.</summary>
    public string? CurrencyFrom { get; init; }

    /// <summary>The currency that the merchant receives, in lower case.</summary>
    public string? CurrencyTo { get; init; }

    /// <summary>The minimum, in major units of <see cref="CurrencyFrom"/>; null when the response has no number.</summary>
    public decimal? MinAmount { get; init; }

    /// <summary>The minimum in the requested fiat currency; null when none was requested.</summary>
    public decimal? FiatEquivalent { get; init; }
}
