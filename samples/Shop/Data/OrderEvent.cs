using System.ComponentModel.DataAnnotations.Schema;
using CoinMoebius.Sdk.Events;
using Microsoft.EntityFrameworkCore;

namespace Shop.Data;

/// <summary>
/// A payment event that was handled: one row each. Nothing here is unique on purpose. That no event comes twice is the inbox's doing, and
/// if it failed, this table would show it.
/// </summary>
[Table("order_events")]
[Index(nameof(OrderId), Name = "ix_order_events_order")]
public sealed class OrderEvent
{
    [Column("id")]
    public long Id { get; init; }

    /// <summary>Null when the event is about no order of this shop.</summary>
    [Column("order_id")]
    public string? OrderId { get; init; }

    [Column("provider")]
    public required string Provider { get; init; }

    [Column("payment_id")]
    public required string PaymentId { get; init; }

    [Column("event_id")]
    public required string EventId { get; init; }

    [Column("event_type")]
    public required string EventType { get; init; }

    [Column("status")]
    public required string Status { get; init; }

    [Column("amount")]
    public decimal? Amount { get; init; }

    [Column("currency")]
    public string? Currency { get; init; }

    /// <summary>What has become of the refund that it is about; null when it is about none.</summary>
    [Column("refund")]
    public string? Refund { get; init; }

    /// <summary>The outcome of the dispute that it is about; null when it is about none.</summary>
    [Column("dispute")]
    public string? Dispute { get; init; }

    [Column("is_first_of_status")]
    public bool IsFirstOfStatus { get; init; }

    [Column("at")]
    public DateTimeOffset At { get; init; }

    public static OrderEvent Of(PaymentEvent payment, string? orderId, bool isFirstOfStatus, DateTimeOffset at) => new()
    {
        OrderId = orderId,
        Provider = payment.Provider.Value,
        PaymentId = payment.PaymentId,
        EventId = payment.EventId,
        EventType = payment.EventType,
        Status = payment.Status.Value,
        Amount = payment.Amount,
        Currency = payment.Currency,
        Refund = payment.Refund?.Status.Value,
        Dispute = payment.Dispute?.Outcome.Value,
        IsFirstOfStatus = isFirstOfStatus,
        At = at,
    };

    public OrderEntry ToEntry() => new(At, EventType, Status, Amount, Currency, Refund, Dispute);
}
