using CoinMoebius.Sdk.Events;

namespace Shop;

/// <summary>Says what the pages may know of an order.</summary>
public sealed class OrderViews(Rails rails, TimeProvider clock, SimulatedWallet? wallet = null)
{
    public OrderView Of(Order order) => new(
        order.Id,
        order.Product.Name,
        order.Price,
        order.Currency,
        rails.Find(order.Provider)?.Name ?? order.Provider,
        order.Status,
        order.AmountPaid,
        order.AmountRefunded,
        order.PaidCurrency,
        order.Dispute,
        order.History,
        order.Instructions is { } instructions ? Of(order, instructions) : null,
        order.Letter?.GetStatusAt(clock.GetUtcNow()).Value switch
        {
            PaymentStatus.Values.PendingManual => ["received", "cancel"],
            PaymentStatus.Values.ManualExpired => ["reopen"],
            PaymentStatus.Values.Succeeded => ["revoke"],
            _ => [],
        });

    private Instructions Of(Order order, Instructions stored) => stored with
    {
        QrImage = stored.QrText is null ? stored.QrImage : $"/api/orders/{order.Id}/qr.svg",
        ExpiresAt = order.Letter?.ExpiresAt ?? stored.ExpiresAt,

        // The simulated wallet of an earlier run is gone.
        SimulatedWallet = stored.SimulatedWallet is { } page && wallet?.Simulator.IsBaseOf(page) == true ? page : null,
    };
}

/// <summary>An order for the pages, with what the merchant can do now with its letter; nothing personal.</summary>
public sealed record OrderView(
    string Id,
    string Product,
    decimal Price,
    string Currency,
    string Rail,
    string Status,
    decimal? AmountPaid,
    decimal AmountRefunded,
    string? PaidCurrency,
    string? Dispute,
    IReadOnlyList<OrderEntry> History,
    Instructions? Instructions,
    IReadOnlyList<string> Steps);
