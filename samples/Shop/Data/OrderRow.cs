using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Shop.Data;

/// <summary>An order as it is stored. What happens to it is decided by <see cref="Order"/>.</summary>
[Table("orders")]
[Index(nameof(TransactionId), Name = "ix_orders_transaction")]
[Index(nameof(UpdatedAt), Name = "ix_orders_updated")]
public sealed class OrderRow
{
    [Column("id")]
    public required string Id { get; init; }

    [Column("product_id")]
    public required string ProductId { get; init; }

    [Column("price")]
    public decimal Price { get; init; }

    [Column("currency")]
    public required string Currency { get; init; }

    [Column("provider")]
    public required string Provider { get; init; }

    [Column("transaction_id")]
    public string? TransactionId { get; init; }

    [Column("status")]
    public required string Status { get; set; }

    [Column("payment_id")]
    public string? PaymentId { get; set; }

    [Column("amount_paid")]
    public decimal? AmountPaid { get; set; }

    [Column("amount_refunded")]
    public decimal? AmountRefunded { get; set; }

    [Column("refunded_apart")]
    public decimal? RefundedApart { get; set; }

    [Column("paid_currency")]
    public string? PaidCurrency { get; set; }

    [Column("dispute")]
    public string? Dispute { get; set; }

    [Column("shipped_at")]
    public DateTimeOffset? ShippedAt { get; set; }

    [Column("instructions")]
    public Instructions? Instructions { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    [Column("updated_at")]
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>
    /// One more with every change. Two nodes may handle two payments of one order at once: the second to store finds another version than
    /// it read, its transaction is undone, and the inbox has the event handled again.
    /// </summary>
    [Column("version")]
    [ConcurrencyCheck]
    public int Version { get; set; }

    /// <summary>What happened to it.</summary>
    public List<OrderEvent> Events { get; init; } = [];

    /// <summary>The payment by mail, if it is paid so.</summary>
    public Letter? Letter { get; init; }

    public static OrderRow Of(Order order)
    {
        var row = new OrderRow
        {
            Id = order.Id,
            ProductId = order.Product.Id,
            Price = order.Price,
            Currency = order.Currency,
            Provider = order.Provider,
            TransactionId = order.TransactionId,
            Status = order.Status,
            Instructions = order.Instructions,
            CreatedAt = order.CreatedAt,
            Letter = order.Letter is { } letter ? Letter.Of(letter) : null,
        };
        row.Update(order, order.CreatedAt);
        return row;
    }

    public Order ToOrder() => new(Id, Catalogue.Find(ProductId) ?? NoLongerSold(), Provider, TransactionId, CreatedAt)
    {
        Price = Price,
        Currency = Currency,
        Status = Status,
        PaymentId = PaymentId,
        AmountPaid = AmountPaid,
        AmountRefunded = AmountRefunded ?? 0,
        RefundedApart = RefundedApart ?? 0,
        PaidCurrency = PaidCurrency,
        Dispute = Dispute,
        ShippedAt = ShippedAt,
        Instructions = Instructions,
        Letter = Letter?.Payment,
        History = [.. Events.OrderBy(happened => happened.Id).Select(happened => happened.ToEntry())],
    };

    /// <summary>Takes over what an event changed.</summary>
    public void Update(Order order, DateTimeOffset now)
    {
        (Status, PaymentId, Dispute, ShippedAt) = (order.Status, order.PaymentId, order.Dispute, order.ShippedAt);
        (AmountPaid, AmountRefunded, RefundedApart, PaidCurrency) = (order.AmountPaid, order.AmountRefunded, order.RefundedApart, order.PaidCurrency);
        UpdatedAt = now;
        Version++;
    }

    private Product NoLongerSold() => new(ProductId, ProductId, "", Price, Currency, "");
}
