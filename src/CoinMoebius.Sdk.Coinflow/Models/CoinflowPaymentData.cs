namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payment that is in progress, failed or was voided, or the flat body of the version <c>Legacy</c>; not a settled payment.</summary>
public sealed record CoinflowPaymentData : CoinflowPaymentNotificationData;
