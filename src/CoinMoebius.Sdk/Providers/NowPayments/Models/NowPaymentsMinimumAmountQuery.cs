namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>Between which currencies to read the least payable amount.</summary>
public sealed record NowPaymentsMinimumAmountQuery
{
    /// <summary>The currency that the buyer pays in.</summary>
    public required string CurrencyFrom { get; init; }

    /// <summary>The currency that the merchant receives; that of the outcome wallet by default.</summary>
    public string? CurrencyTo { get; init; }

    /// <summary>A currency, such as <c>usd</c>, in which the response also states the amount's worth; none by default.</summary>
    public string? FiatCurrency { get; init; }

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(NowPaymentsMinimumAmountQuery);
}
