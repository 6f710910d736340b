namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Requests a link to pay with Cash App.</summary>
public sealed record CoinflowCashAppPaymentRequest : CoinflowPaymentRequest;
