namespace CoinMoebius.Sdk.Http;

/// <summary>The pause between polls: it grows by half while nothing changes, with a random spread.</summary>
internal struct PollPause
{
    private const double Growth = 1.5;
    private const double Spread = 0.2;

    private TimeSpan _interval;

    /// <summary>Starts again with the first pause, after a change.</summary>
    public void Reset() => _interval = TimeSpan.Zero;

    public TimeSpan Next(ApiClientOptions options, double random)
    {
        var grown = Math.Max(_interval.Ticks * Growth, options.PollInterval.Ticks);
        _interval = TimeSpan.FromTicks((long)Math.Min(grown, options.MaxPollInterval.Ticks));
        return TimeSpan.FromTicks((long)(_interval.Ticks * (1 - Spread + (2 * Spread * random))));
    }
}
