namespace CoinMoebius.Faults.Plan;

/// <summary>Everything a run does, from one seed.</summary>
public sealed class FaultPlan
{
    // How far from its turn a delivery may come: events of one payment overtake each other, and payments mix.
    private const int Window = 200;
    private const int MostCopies = 4;

    private static readonly DateTimeOffset FirstEvent = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random;

    public FaultPlan(FaultOptions options)
    {
        _random = new Random(options.Seed);
        Rails = Rail.CreateAll(options.Seed);
        Payments = [.. Enumerable.Range(0, options.Payments).Select(number => new PlannedPayment(Rails[number % Rails.Count], number))];
        Events = PlanEvents(options.Deliveries);
        Deliveries = PlanDeliveries(options.ForgedPercent);
        Kills = [.. Turns(options.Kills).Select(turn => new Kill(turn, _random.Next(options.Processes)))];
        Stops = [.. Turns(options.DatabaseStops).Select(turn => new DatabaseStop(turn, TimeSpan.FromMilliseconds(_random.Next(500, 3000))))];
    }

    public IReadOnlyList<Rail> Rails { get; }

    public IReadOnlyList<PlannedPayment> Payments { get; }

    public IReadOnlyList<PlannedEvent> Events { get; }

    /// <summary>In the order in which they are first sent.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; }

    public IReadOnlyList<Kill> Kills { get; }

    public IReadOnlyList<DatabaseStop> Stops { get; }

    private List<PlannedEvent> PlanEvents(int count)
    {
        var events = new List<PlannedEvent>(count);
        for (var i = 0; i < Payments.Count; i++)
        {
            var payment = Payments[i];
            var share = (count / Payments.Count) + (i < count % Payments.Count ? 1 : 0);
            var at = FirstEvent.AddMinutes(i);
            foreach (var step in new Story(payment, _random).Write(share))
            {
                // Whole seconds: some providers tell no finer.
                at = at.AddSeconds(_random.Next(1, 60));
                payment.Events.Add(new PlannedEvent(payment, events.Count, step, at));
                events.Add(payment.Events[^1]);
            }
        }

        return events;
    }

    private List<Delivery> PlanDeliveries(int forgedPercent)
    {
        var places = new List<(double Place, Delivery Delivery)>(Events.Count * 3);
        foreach (var planned in Events)
        {
            var copies = _random.Next(1, MostCopies + 1);
            for (var copy = 0; copy < copies; copy++)
            {
                places.Add((planned.Number + (_random.NextDouble() * Window), new AuthenticDelivery(planned, copy)));
            }
        }

        var forged = (int)((long)places.Count * forgedPercent / 100);
        for (var number = 0; number < forged; number++)
        {
            var about = Events[_random.Next(Events.Count)];
            var kind = (Forgery)_random.Next(about.Payment.Rail.HasDeliveryIds ? (int)Forgery.Replay + 1 : (int)Forgery.Replay);
            places.Add((about.Number + (_random.NextDouble() * Window), new ForgedDelivery(about, kind, number, _random.Next())));
        }

        return [.. places.OrderBy(it => it.Place).Select(it => it.Delivery)];
    }

    /// <summary>After how many answered deliveries something happens: any time but the first few, and also when all are answered.</summary>
    private int[] Turns(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Clamp((int)(Deliveries.Count * (0.02 + _random.NextDouble())), 1, Deliveries.Count)).Order()];
}

/// <summary>A receiver ends at once when so many deliveries are answered.</summary>
public readonly record struct Kill(int Turn, int Receiver);

/// <summary>The database ends at once when so many deliveries are answered, for a while.</summary>
public readonly record struct DatabaseStop(int Turn, TimeSpan Length);
