using System.Collections.Immutable;
using CoinMoebius.Sdk.Events;

namespace Gateways;

/// <summary>The events that verified webhooks have become, with a way to wait for one.</summary>
public sealed class EventLog
{
    private readonly Lock _gate = new();
    private ImmutableList<PaymentEvent> _events = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<PaymentEvent> All => _events;

    public void Add(PaymentEvent webhookEvent)
    {
        lock (_gate)
        {
            _events = _events.Add(webhookEvent);
            _next.SetResult();
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits for a webhook that reports a status.</summary>
    public async Task<PaymentEvent> WaitForAsync(PaymentStatus status, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                next = _next.Task;
            }

            if (_events.Find(known => known.Status == status) is { } found)
            {
                return found;
            }

            await next.WaitAsync(cancellationToken);
        }
    }
}
