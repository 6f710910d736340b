using CoinMoebius.Sdk.Events;

namespace Shop;

/// <summary>Says what the pages may know of an order.</summary>
public sealed class OrderViews(Rails rails, PayByMail mail, TimeProvider clock)
{
    public OrderView Of(Order order)
    {
        var letter = mail.Find(order.Id);
        return new(
            order.Id,
            order.Product.Name,
            order.Price,
            order.Currency,
            rails.Find(order.Provider)?.Name ?? order.Provider,
            order.Status,
            order.History,
            InstructionsView.Of(order, letter?.ExpiresAt),
            letter?.GetStatusAt(clock.GetUtcNow()).Value switch
            {
                PaymentStatus.Values.PendingManual => ["received", "cancel"],
                PaymentStatus.Values.ManualExpired => ["reopen"],
                PaymentStatus.Values.Succeeded => ["revoke"],
                _ => [],
            });
    }
}

/// <summary>An order for the pages, with what the merchant can do now with its letter; nothing personal.</summary>
public sealed record OrderView(
    string Id,
    string Product,
    decimal Price,
    string Currency,
    string Rail,
    string Status,
    IReadOnlyList<OrderEntry> History,
    InstructionsView? Instructions,
    IReadOnlyList<string> Steps);
