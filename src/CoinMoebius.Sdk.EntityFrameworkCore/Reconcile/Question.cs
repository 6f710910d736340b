using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;

/// <summary>A payment that was taken, and who is asked about it.</summary>
/// <param name="Row">The payment as it was taken.</param>
/// <param name="Payment">The same for the lookup.</param>
/// <param name="Lookup">Who is asked.</param>
internal sealed record Question(LedgerRow Row, PaymentRecord Payment, IPaymentLookup Lookup)
{
    /// <summary>True when nobody asks again.</summary>
    public bool IsLast => Row.CheckAt is null;
}
