namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>A delivery that a provider has signed an id of, also of an event that was stored before: the same id with another event is a replay.</summary>
internal sealed class DeliveryRow
{
    public required string Provider { get; init; }

    public required string Account { get; init; }

    public required string DeliveryId { get; init; }

    public required string EventId { get; init; }

    public long ReceivedAt { get; init; }
}
