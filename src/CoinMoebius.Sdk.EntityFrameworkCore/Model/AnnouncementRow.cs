namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// The event that may announce that a payment reached a status. Public for Entity Framework's proxies and compiled models only; it may change
/// with any version.
/// </summary>
public class AnnouncementRow
{
    /// <summary>The provider of the payment.</summary>
    public virtual required string Provider { get; init; }

    /// <summary>The account; empty for the default account.</summary>
    public virtual required string Account { get; init; }

    /// <summary>The payment (see <see cref="LedgerRow.PaymentId"/>) or the subscription.</summary>
    public virtual required string PaymentId { get; init; }

    /// <summary>What is announced: a status, or the outcome of a refund, a dispute or a subscription.</summary>
    public virtual required string Fact { get; init; }

    /// <summary>The event that announces it.</summary>
    public virtual required string EventId { get; init; }
}
