namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>An output of a transaction.</summary>
/// <param name="Satoshis">What it holds, in satoshis.</param>
/// <param name="Script">Its locking script in lower-case hexadecimal.</param>
public readonly record struct MoneyButtonTransactionOutput(long Satoshis, string Script);
