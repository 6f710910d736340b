namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The categories of Coinflow's notifications. An open vocabulary. Source: docs.coinflow.cash/openapi.json.</summary>
public static class CoinflowEventCategories
{
    /// <summary>Payments, refunds and chargebacks.</summary>
    public const string Purchase = "Purchase";

    /// <summary>Subscriptions.</summary>
    public const string Subscription = "Subscription";

    /// <summary>Identity checks of payees.</summary>
    public const string Kyc = "KYC";

    /// <summary>Payouts.</summary>
    public const string Withdraw = "Withdraw";

    /// <summary>Sub-merchants and sellers.</summary>
    public const string Marketplace = "Marketplace";
}
