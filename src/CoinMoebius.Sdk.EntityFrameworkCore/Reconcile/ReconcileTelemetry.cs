using System.Diagnostics.Metrics;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;

/// <summary>The metric of looked-up payments, under the same meter name as the SDK's others.</summary>
internal static class ReconcileTelemetry
{
    private static readonly Meter Meter = new("CoinMoebius.Sdk");

    private static readonly Counter<long> Reconciled = Meter.CreateCounter<long>(
        "coinmoebius.inbox.reconciled", "{question}", "Lookups of payments whose webhook did not arrive, by provider and outcome.");

    /// <summary>Counts a lookup.</summary>
    /// <param name="provider">The provider of the payment.</param>
    /// <param name="outcome">changed, unchanged or failed.</param>
    public static void Count(PaymentProvider provider, string outcome)
    {
        if (Reconciled.Enabled)
        {
            Reconciled.Add(1, new("provider", provider.Value), new("outcome", outcome));
        }
    }
}
