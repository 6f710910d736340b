using System.Diagnostics.Metrics;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;

/// <summary>The metric of payments that were asked about, under the name of the SDK's others.</summary>
internal static class ReconcileTelemetry
{
    private static readonly Meter Meter = new("CoinMoebius.Sdk");

    private static readonly Counter<long> Reconciled = Meter.CreateCounter<long>(
        "coinmoebius.inbox.reconciled", "{question}", "Questions about payments whose webhook did not come, by provider and outcome.");

    /// <summary>Counts a question.</summary>
    /// <param name="provider">Who carries the payment.</param>
    /// <param name="outcome">changed, unchanged or failed.</param>
    public static void Count(PaymentProvider provider, string outcome)
    {
        if (Reconciled.Enabled)
        {
            Reconciled.Add(1, new("provider", provider.Value), new("outcome", outcome));
        }
    }
}
