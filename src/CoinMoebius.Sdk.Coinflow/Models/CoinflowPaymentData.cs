namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payment that is under way, failed or was voided, or the flat body of the version <c>Legacy</c>: not a settled one.</summary>
public sealed record CoinflowPaymentData : CoinflowPaymentNotificationData;
