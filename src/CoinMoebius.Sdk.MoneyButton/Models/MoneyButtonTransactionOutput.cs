namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>An output of a transaction.</summary>
/// <param name="Satoshis">The amount in satoshis.</param>
/// <param name="Script">The locking script in lower-case hexadecimal.</param>
public readonly record struct MoneyButtonTransactionOutput(long Satoshis, string Script);
