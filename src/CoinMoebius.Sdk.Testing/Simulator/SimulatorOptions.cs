namespace CoinMoebius.Sdk.Testing;

/// <summary>What all simulators can be told: where they listen, how they deliver webhooks, their clock and their dice.</summary>
public abstract class SimulatorOptions
{
    private protected SimulatorOptions()
    {
    }

    /// <summary>The loopback port of a simulator that is started with <c>StartAsync</c>. Default 0: any free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// The waits between the attempts of one webhook. Default 1, 2, 4, 8, 16, 32 seconds: the days of real providers, compressed.
    /// After the last one the delivery is given up.
    /// </summary>
    public IList<TimeSpan> RetryDelays { get; } = [.. Enumerable.Range(0, 6).Select(n => TimeSpan.FromSeconds(1 << n))];

    /// <summary>How long one attempt may take. Default 10 seconds.</summary>
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>When money comes after "Pay later". Default 5 seconds; <see cref="Timeout.InfiniteTimeSpan"/> leaves it to the operator.</summary>
    public TimeSpan PayLaterDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Sends each accepted webhook once more, as providers sometimes do. Default false.</summary>
    public bool DuplicateDeliveries { get; set; }

    /// <summary>
    /// Swaps deliveries: one waits until the next one about the same transaction has been sent, or
    /// <see cref="ReorderWindow"/> has passed. Default false.
    /// </summary>
    public bool ReorderDeliveries { get; set; }

    /// <summary>How long <see cref="ReorderDeliveries"/> holds a webhook back at most. Default 2 seconds.</summary>
    public TimeSpan ReorderWindow { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Makes ids, codes and addresses repeatable. Default null: different at every start.</summary>
    public int? Seed { get; set; }

    /// <summary>The clock of limits, retries and timestamps. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Carries the webhooks, for tests without sockets; not disposed. Default null: a handler of its own.</summary>
    public HttpMessageHandler? WebhookHandler { get; set; }

    /// <summary>Throws <see cref="ArgumentException"/> naming the option that is unusable.</summary>
    internal virtual void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
    }
}
