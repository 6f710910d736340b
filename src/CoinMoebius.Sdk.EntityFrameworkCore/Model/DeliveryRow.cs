namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// A delivery that a provider has signed an id of, also of an event that was stored before: the same id with another event is a replay.
/// Public for Entity Framework's proxies and compiled models only; it may change with any version.
/// </summary>
public class DeliveryRow
{
    /// <summary>Who sent it.</summary>
    public virtual required string Provider { get; init; }

    /// <summary>The account; empty for the only one.</summary>
    public virtual required string Account { get; init; }

    /// <summary>The signed id.</summary>
    public virtual required string DeliveryId { get; init; }

    /// <summary>The event it came with first.</summary>
    public virtual required string EventId { get; init; }

    /// <summary>When it came, in Unix milliseconds.</summary>
    public virtual long ReceivedAt { get; init; }
}
