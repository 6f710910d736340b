namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>
/// The event types of <see cref="ManualPayment.ToPaymentEvent"/>. No provider sends them: the merchant's own steps make them.
/// </summary>
public static class ManualPaymentEventTypes
{
    /// <summary>Opened; the letter is expected.</summary>
    public const string Created = "manual.created";

    /// <summary>The letter came and its money was counted.</summary>
    public const string Received = "manual.received";

    /// <summary>Given up before the letter came.</summary>
    public const string Canceled = "manual.canceled";

    /// <summary>No letter came in time.</summary>
    public const string Expired = "manual.expired";

    /// <summary>Expired, and open again.</summary>
    public const string Reopened = "manual.reopened";

    /// <summary>Received, and undone.</summary>
    public const string Revoked = "manual.revoked";
}
