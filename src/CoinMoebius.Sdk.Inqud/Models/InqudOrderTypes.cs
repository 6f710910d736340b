namespace CoinMoebius.Sdk.Inqud;

/// <summary>Which way a payment goes. Source: github.com/alexinqud/inqud-api, callback.md.</summary>
public static class InqudOrderTypes
{
    /// <summary>Money comes in.</summary>
    public const string PayIn = "PAYIN";

    /// <summary>Money goes out.</summary>
    public const string PayOut = "PAYOUT";
}
