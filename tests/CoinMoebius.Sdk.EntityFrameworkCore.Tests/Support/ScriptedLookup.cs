using System.Collections.Concurrent;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>Answers as a test says, and remembers what it was asked and when.</summary>
public sealed class ScriptedLookup(TimeProvider clock) : IPaymentLookup
{
    public Func<PaymentRecord, bool> IsServing { get; set; } = _ => true;

    /// <summary>Nothing has changed, unless set.</summary>
    public Func<PaymentRecord, PaymentEvent?> Answer { get; set; } = _ => null;

    public ConcurrentQueue<(PaymentRecord Payment, DateTimeOffset At)> Asked { get; } = new();

    public bool Serves(PaymentRecord payment) => IsServing(payment);

    public async Task<PaymentEvent?> FindAsync(PaymentRecord payment, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Asked.Enqueue((payment, clock.GetUtcNow()));
        return Answer(payment);
    }
}
