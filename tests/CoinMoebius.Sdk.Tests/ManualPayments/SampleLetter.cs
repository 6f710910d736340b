using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.ManualPayments;

/// <summary>A payment by mail that waits for its letter.</summary>
internal static class SampleLetter
{
    public static ManualPayment Open(string currency = "USD") => ManualPayment.Create(
        new()
        {
            OrderId = "order-1",
            ExpectedAmount = 20.00m,
            Currency = currency,
            ReferenceCode = new ReferenceCodeFormat("SHOP", 4).Create(),
            CustomerRef = "user_42",
        },
        new FixedClock());
}
