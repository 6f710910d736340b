namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>The least that can be paid. Source: https://documenter.getpostman.com/view/7907941/S1a32n38 ("Get the minimum payment amount").</summary>
public sealed record NowPaymentsMinimumAmount : ApiModel
{
    /// <summary>What the buyer pays in, in lower case.</summary>
    public string? CurrencyFrom { get; init; }

    /// <summary>What the merchant gets, in lower case.</summary>
    public string? CurrencyTo { get; init; }

    /// <summary>The least, in major units of <see cref="CurrencyFrom"/>; null when the answer has no number.</summary>
    public decimal? MinAmount { get; init; }

    /// <summary>What that is worth in the currency asked for; null unless it was.</summary>
    public decimal? FiatEquivalent { get; init; }
}
