namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Keeps the latest events in the memory of one process.</summary>
internal sealed class InMemoryWebhookInbox(int capacity)
{
    private readonly object _gate = new();
    private readonly BoundedMap<Key, Entry> _events = new(capacity, static entry => entry.State != State.Running);
    private readonly BoundedMap<Key, string> _deliveries = new(capacity);
    private readonly BoundedMap<FactKey, string> _firstOfStatus = new(capacity);

    internal enum Admission
    {
        Run,
        Running,
        Duplicate,
        Replayed,
        Full,
    }

    internal enum State
    {
        Running,
        Failed,
        Done,
    }

    /// <summary>Claims an event for this call, or returns why that is not possible. End a claim with <see cref="End"/>.</summary>
    public Ticket Begin(WebhookDelivery delivery)
    {
        var webhookEvent = delivery.Event;
        var key = new Key(webhookEvent.Provider, delivery.Account, webhookEvent.EventId);
        lock (_gate)
        {
            if (IsReplay(delivery))
            {
                return new(Admission.Replayed);
            }

            var entry = _events.Find(key);
            if (entry is null)
            {
                entry = new();
                if (!_events.TrySet(key, entry))
                {
                    return new(Admission.Full);
                }
            }
            else if (entry.State != State.Failed)
            {
                return entry.State == State.Done ? new(Admission.Duplicate) : new(Admission.Running, entry);
            }

            entry.State = State.Running;
            entry.Attempt++;
            return new(Admission.Run, entry, entry.Attempt, ClaimStatus(delivery));
        }
    }

    /// <summary>Ends a claim: the event is done, or may be retried.</summary>
    public void End(in Ticket ticket, bool succeeded)
    {
        TaskCompletionSource<bool>? ended;
        lock (_gate)
        {
            var entry = ticket.Entry!;
            entry.State = succeeded ? State.Done : State.Failed;
            ended = entry.Ended;
            entry.Ended = null;
        }

        ended?.TrySetResult(succeeded);
    }

    /// <summary>Waits until the current claim of the event has ended.</summary>
    public async Task WaitAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        Task ended;
        lock (_gate)
        {
            var entry = ticket.Entry!;
            if (entry.State != State.Running)
            {
                return;
            }

            ended = (entry.Ended ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        await ended.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private bool IsReplay(WebhookDelivery delivery)
    {
        var webhookEvent = delivery.Event;
        if (webhookEvent.DeliveryId is not { } deliveryId)
        {
            return false;
        }

        var key = new Key(webhookEvent.Provider, delivery.Account, deliveryId);
        if (_deliveries.Find(key) is { } eventId)
        {
            return !string.Equals(eventId, webhookEvent.EventId, StringComparison.Ordinal);
        }

        _deliveries.TrySet(key, webhookEvent.EventId);
        return false;
    }

    // After a failed handler, the claim remains with its event: a retry of that event is still the first, another event is not.
    private bool ClaimStatus(WebhookDelivery delivery)
    {
        if (EventFact.Of(delivery.Event) is not { } fact)
        {
            return true;
        }

        var key = new FactKey(delivery.Event.Provider, delivery.Account, fact);
        if (_firstOfStatus.Find(key) is { } eventId)
        {
            return string.Equals(eventId, delivery.Event.EventId, StringComparison.Ordinal);
        }

        return _firstOfStatus.TrySet(key, delivery.Event.EventId);
    }

    private readonly record struct Key(PaymentProvider Provider, string Account, string Id);

    private readonly record struct FactKey(PaymentProvider Provider, string Account, EventFact Fact);

    internal readonly record struct Ticket(Admission Admission, Entry? Entry = null, int Attempt = 0, bool IsFirstOfStatus = false);

    internal sealed class Entry
    {
        public State State { get; set; }

        public int Attempt { get; set; }

        /// <summary>Set while a caller waits.</summary>
        public TaskCompletionSource<bool>? Ended { get; set; }
    }
}
