namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>The comparison of the amount in the letter with the expected one.</summary>
/// <param name="Match">The result of the comparison.</param>
/// <param name="Difference">
/// Received minus expected, in major units: negative when an amount is missing. Null for <see cref="AmountMatch.None"/> and
/// <see cref="AmountMatch.OtherCurrency"/>.
/// </param>
public readonly record struct AmountComparison(AmountMatch Match, decimal? Difference);
