namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Asks for a link to pay with Cash App.</summary>
public sealed record CoinflowCashAppPaymentRequest : CoinflowPaymentRequest;
