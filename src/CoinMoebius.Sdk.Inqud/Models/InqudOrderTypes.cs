namespace CoinMoebius.Sdk.Inqud;

/// <summary>The direction of a payment. Source: github.com/alexinqud/inqud-api, callback.md.</summary>
public static class InqudOrderTypes
{
    /// <summary>An incoming payment.</summary>
    public const string PayIn = "PAYIN";

    /// <summary>A payout.</summary>
    public const string PayOut = "PAYOUT";
}
