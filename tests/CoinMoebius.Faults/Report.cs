using System.Globalization;
using CoinMoebius.Faults.Comparing;
using CoinMoebius.Faults.Plan;
using CoinMoebius.Faults.Receivers;
using CoinMoebius.Faults.Sending;

namespace CoinMoebius.Faults;

/// <summary>What a run says in the end.</summary>
public sealed class Report(TextWriter output)
{
    private const int MostFindings = 20;
    private const double Megabyte = 1024 * 1024;

    public void Plan(FaultOptions options, FaultPlan plan)
    {
        var copies = plan.Deliveries.OfType<AuthenticDelivery>().Count();
        var forged = plan.Deliveries.OfType<ForgedDelivery>().CountBy(delivery => delivery.Kind).OrderBy(kind => kind.Key);
        Write($"plan: {options.Store} with {options.Processes} processes, seed {options.Seed}");
        Write($"authentic: {plan.Events.Count} events of {plan.Payments.Count} payments in {copies} deliveries");
        Write($"forged: {plan.Deliveries.Count - copies} ({string.Join(", ", forged.Select(kind => $"{kind.Value} {kind.Key}"))})");
    }

    public void Traffic(Sender sender, TimeSpan sending, TimeSpan all, int ended)
    {
        Write($"time: all answered after {sending.TotalSeconds:F1} s, all handled after {all.TotalSeconds:F1} s");
        Write($"requests: {sender.Requests}, {sender.Requests / sending.TotalSeconds:F0} per second");
        Write($"answers: {sender.Unavailable} errors such as 503, {sender.Broken} broken off, {sender.Refusals} refusals of authentic deliveries");
        if (ended > 0)
        {
            Write($"receivers that ended by themselves: {ended}");
        }
    }

    public void Faults(FaultInjector injector, MemoryWatch memory)
    {
        var growth = memory.Growth is { } bytes ? $"{bytes / Megabyte:+0;-0;0} MB in the longest life" : "no process lived long enough to tell growth";
        Write($"faults: {injector.Kills} kills, {injector.Stops} database stops");
        Write($"memory of a receiver: peak {memory.Peak / Megabyte:F0} MB, {growth}");
    }

    public void Unfinished(bool isSent, bool isHandled, TimeSpan patience)
    {
        if (!isSent || !isHandled)
        {
            Write($"given up: {(isSent ? "handling" : "sending")} did not move for {patience.TotalSeconds:F0} s");
        }
    }

    /// <summary>What is wrong, and the last line.</summary>
    public void Comparison(Comparison comparison)
    {
        // Some of every kind, before many of one.
        var shown = comparison.Findings.GroupBy(finding => finding.Kind)
            .SelectMany(kind => kind.Select((finding, place) => (finding, place))).OrderBy(it => it.place).Take(MostFindings);
        foreach (var (finding, _) in shown)
        {
            Write($"{finding.Kind}: {finding.Id}: {finding.What}");
        }

        if (comparison.Findings.Count > MostFindings)
        {
            Write($"and {comparison.Findings.Count - MostFindings} more");
        }

        Write($"{comparison.Summary}");
    }

    private void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
