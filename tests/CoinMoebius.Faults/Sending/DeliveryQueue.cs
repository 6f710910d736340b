using CoinMoebius.Faults.Plan;

namespace CoinMoebius.Faults.Sending;

/// <summary>A delivery with the number of attempts that it has behind it.</summary>
public readonly record struct Attempt(Delivery Delivery, int Tries);

/// <summary>What is to be sent next: the plan in its order, and between it what did not arrive, later.</summary>
public sealed class DeliveryQueue(IReadOnlyList<Delivery> deliveries, TimeProvider clock)
{
    // While nothing is taken the rest of the plan waits, so that it is not all sent again in one heap.
    private const int MostLater = 200;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<Attempt, DateTimeOffset> _later = new();
    private int _next;
    private int _taken;

    /// <summary>The next attempt, once there is one; null when everything is done.</summary>
    public async ValueTask<Attempt?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_gate)
            {
                if (TryTake(out var attempt))
                {
                    _taken++;
                    return attempt;
                }

                if (_next == deliveries.Count && _later.Count == 0 && _taken == 0)
                {
                    return null;
                }
            }

            await Task.Delay(Look, clock, cancellationToken);
        }
    }

    /// <summary>Puts back what was taken.</summary>
    public void Later(Attempt attempt, TimeSpan pause)
    {
        lock (_gate)
        {
            _taken--;
            _later.Enqueue(attempt, clock.GetUtcNow() + pause);
        }
    }

    /// <summary>What was taken needs no further attempt.</summary>
    public void Done()
    {
        lock (_gate)
        {
            _taken--;
        }
    }

    private bool TryTake(out Attempt attempt)
    {
        if (_later.TryPeek(out attempt, out var due) && due <= clock.GetUtcNow())
        {
            _later.Dequeue();
            return true;
        }

        if (_next < deliveries.Count && _later.Count < MostLater)
        {
            attempt = new(deliveries[_next++], 0);
            return true;
        }

        return false;
    }
}
