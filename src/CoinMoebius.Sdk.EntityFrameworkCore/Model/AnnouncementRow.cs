namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>The event that may announce that a payment came to a status.</summary>
internal sealed class AnnouncementRow
{
    public required string Provider { get; init; }

    public required string Account { get; init; }

    public required string PaymentId { get; init; }

    public required string Status { get; init; }

    public required string EventId { get; init; }
}
