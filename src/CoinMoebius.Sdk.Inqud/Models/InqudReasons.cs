namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// Reasons for a conflict. Inqud documents only this one; expect others. Source:
/// docs.inqud.com/crypto-widget/integration/using-your-own-ui-with-inqud-processing.
/// </summary>
public static class InqudReasons
{
    /// <summary>The payer sent less than <see cref="InqudRequest.PayAmount"/>.</summary>
    public const string Underpaid = "UNDERPAID";
}
