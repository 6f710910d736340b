namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// A delivery whose id the provider signed, including repeated deliveries of an event: the same id with another event is a replay. Public for
/// Entity Framework's proxies and compiled models only; it may change with any version.
/// </summary>
public class DeliveryRow
{
    /// <summary>The provider that sent it.</summary>
    public virtual required string Provider { get; init; }

    /// <summary>The account; empty for the default account.</summary>
    public virtual required string Account { get; init; }

    /// <summary>The signed id.</summary>
    public virtual required string DeliveryId { get; init; }

    /// <summary>The event that was first delivered with it.</summary>
    public virtual required string EventId { get; init; }

    /// <summary>When it was received, in Unix milliseconds.</summary>
    public virtual long ReceivedAt { get; init; }
}
