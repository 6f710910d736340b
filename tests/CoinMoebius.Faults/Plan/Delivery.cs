using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Faults.Plan;

/// <summary>One request to be sent, authentic or not. Made only when it is sent.</summary>
public abstract class Delivery(PlannedEvent about)
{
    /// <summary>The event; of a forgery, the one that it imitates.</summary>
    public PlannedEvent About => about;

    public Rail Rail => about.Payment.Rail;

    /// <summary>The id of the event that the receiver reads.</summary>
    public abstract string EventId { get; }

    /// <summary>The signed id of the delivery, where the provider has one.</summary>
    public virtual string? DeliveryId => null;

    /// <summary>Makes the request, signed now: a provider signs every attempt anew.</summary>
    /// <param name="clock">What time it is.</param>
    /// <param name="knownDeliveryId">A delivery id that the receiver has stored with <see cref="About"/>, for a replay.</param>
    public abstract SignedWebhook Create(TimeProvider clock, string? knownDeliveryId);
}

/// <summary>An event, told for the first or another time.</summary>
public sealed class AuthenticDelivery(PlannedEvent about, int copy) : Delivery(about)
{
    public override string EventId => About.EventId;

    // Sent again, a delivery has mostly the id it had, and sometimes another one.
    public override string? DeliveryId => Rail.HasDeliveryIds ? $"mpwhdel_fault{About.Number:D8}{copy / 2}" : null;

    public override SignedWebhook Create(TimeProvider clock, string? knownDeliveryId) => Rail.Sign(
        Rail.CreateBody(About.Payment.Tell(EventId, About.Step), About.OccurredAt, DeliveryId), EventId, Rail.Secret, clock);
}

/// <summary>What is wrong with a forgery.</summary>
public enum Forgery
{
    WrongSecret,
    AlteredBody,
    StaleTime,

    /// <summary>Rightly signed, with a delivery id that came before with another event.</summary>
    Replay,
}

/// <summary>Something that must be refused. It tells that the payment was paid, under an event id of its own, so that any effect shows.</summary>
public sealed class ForgedDelivery(PlannedEvent about, Forgery kind, int number, int dice) : Delivery(about)
{
    // Far beyond every provider's tolerance.
    private static readonly TimeSpan Stale = TimeSpan.FromHours(1);

    public Forgery Kind => kind;

    public override string EventId { get; } = $"evt_forged{number:D8}";

    public override SignedWebhook Create(TimeProvider clock, string? knownDeliveryId)
    {
        var deliveryId = kind == Forgery.Replay ? knownDeliveryId : $"mpwhdel_forged{number:D8}";
        var body = Rail.CreateBody(About.Payment.Tell(EventId, new(PaymentStatus.Succeeded)), About.OccurredAt, deliveryId);
        switch (kind)
        {
            case Forgery.WrongSecret:
                return Rail.Sign(body, EventId, Rail.WrongSecret, clock);
            case Forgery.AlteredBody:
                var signed = Rail.Sign(body, EventId, Rail.Secret, clock);
                var altered = body.ToArray();
                altered[dice % altered.Length] ^= (byte)(1 << (dice % 7));
                return signed with { Body = altered };
            case Forgery.StaleTime:
                var then = dice % 2 == 0 ? clock.GetUtcNow() - Stale : clock.GetUtcNow() + Stale;
                return Rail.Sign(body, EventId, Rail.Secret, new FixedClock(then));
            default:
                return Rail.Sign(body, EventId, Rail.Secret, clock);
        }
    }
}
