namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>What came in the letter beside what was expected.</summary>
/// <param name="Match">How they compare.</param>
/// <param name="Difference">
/// Received less expected, in major units: negative when something is missing. Null for <see cref="AmountMatch.None"/> and
/// <see cref="AmountMatch.OtherCurrency"/>.
/// </param>
public readonly record struct AmountComparison(AmountMatch Match, decimal? Difference);
