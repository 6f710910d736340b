namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>
/// The event types of <see cref="ManualPayment.ToPaymentEvent"/>. No provider sends them: the merchant's own steps create them.
/// </summary>
public static class ManualPaymentEventTypes
{
    /// <summary>The payment was opened and the letter is expected.</summary>
    public const string Created = "manual.created";

    /// <summary>The letter arrived and its money was counted.</summary>
    public const string Received = "manual.received";

    /// <summary>The payment was canceled before the letter arrived.</summary>
    public const string Canceled = "manual.canceled";

    /// <summary>No letter arrived in time.</summary>
    public const string Expired = "manual.expired";

    /// <summary>The expired payment was reopened.</summary>
    public const string Reopened = "manual.reopened";

    /// <summary>The receipt was revoked.</summary>
    public const string Revoked = "manual.revoked";
}
