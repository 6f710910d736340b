namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>A payment by mail cannot take a step. The payment is unchanged.</summary>
public abstract class ManualPaymentException : CoinMoebiusException
{
    private protected ManualPaymentException(string message)
        : base(message)
    {
    }
}
