namespace CoinMoebius.Sdk.Testing;

/// <summary>The options of all simulators: port, delivery of webhooks, clock and random seed.</summary>
public abstract class SimulatorOptions
{
    private protected SimulatorOptions()
    {
    }

    /// <summary>The loopback port of a simulator that is started with <c>StartAsync</c>. Default 0: any free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// The delays between the attempts of one webhook. Default 1, 2, 4, 8, 16, 32 seconds, instead of the days of real providers. After the last
    /// one, the delivery is given up.
    /// </summary>
    public IList<TimeSpan> RetryDelays { get; } = [.. Enumerable.Range(0, 6).Select(n => TimeSpan.FromSeconds(1 << n))];

    /// <summary>How long one attempt may take. Default 10 seconds.</summary>
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// When the money arrives after "Pay later". Default 5 seconds; <see cref="Timeout.InfiniteTimeSpan"/> leaves it to the operator.
    /// </summary>
    public TimeSpan PayLaterDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Sends each accepted webhook twice, as providers sometimes do. Default false.</summary>
    public bool DuplicateDeliveries { get; set; }

    /// <summary>
    /// Swaps deliveries: a webhook waits until the next one about the same transaction has been sent, or <see cref="ReorderWindow"/> has passed.
    /// Default false.
    /// </summary>
    public bool ReorderDeliveries { get; set; }

    /// <summary>The longest time that <see cref="ReorderDeliveries"/> holds a webhook back. Default 2 seconds.</summary>
    public TimeSpan ReorderWindow { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The seed that makes ids, codes and addresses repeatable. Default null: different at every start.</summary>
    public int? Seed { get; set; }

    /// <summary>The clock of limits, retries and timestamps. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The handler that sends webhooks, for tests without sockets; the simulator does not dispose it. Default null: a handler of its own.
    /// </summary>
    public HttpMessageHandler? WebhookHandler { get; set; }

    /// <summary>Throws an <see cref="ArgumentException"/> that names an invalid option.</summary>
    internal virtual void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
    }
}
