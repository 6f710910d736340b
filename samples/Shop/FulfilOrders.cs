using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Shop.Data;

namespace Shop;

/// <summary>
/// Turns verified payment events into the state of orders. Nothing is saved here: the inbox saves these changes and "handled" in one
/// transaction, so that an event takes effect exactly once.
/// </summary>
public sealed partial class FulfilOrders(ShopDbContext database, TimeProvider clock, TestPayments tests, ILogger<FulfilOrders> log)
    : IWebhookHandler<PaymentEvent>
{
    public async Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
    {
        // An event tells what has happened, in any order; the ledger's row knows where the payment stands by all of them.
        var payment = context.Payment ?? throw new InvalidOperationException("The shop needs the ledger of the durable inbox.");
        var now = clock.GetUtcNow();
        var found = await FindOrderOfAsync(payment, context.OrderReference, cancellationToken);
        database.OrderEvents.Add(OrderEvent.Of(webhookEvent, found?.Id, context.IsFirstOfStatus, now));
        if (found is null)
        {
            LogStranger(webhookEvent.Provider, webhookEvent.EventType);
            return;
        }

        // Amount, currency and test mode were compared: an order whose payment is not right is in review. A refund that failed and a dispute
        // that was won lead back to "succeeded" too, and are no second sale.
        var order = IsRefundApart(webhookEvent)
            ? found.ToOrder().Refund(context.IsFirstOfStatus ? payment.AmountRefunded : 0)
            : found.ToOrder().Apply(payment, tests.Pay);
        if (order is { IsPaid: true, ShippedAt: null } && webhookEvent.IsPaid && context.IsFirstOfStatus)
        {
            // A real shop adds a row to its table of parcels here. What leaves the database, such as mail, is sent from there: this
            // transaction may still be undone.
            order = order with { ShippedAt = now };
            LogShip(order.Id, order.Product.Name);
        }

        found.Update(order, now);
    }

    // At Authorize.Net a refund is a transaction of its own, and does not say what it gives back.
    private static bool IsRefundApart(PaymentEvent payment) => payment.Refund is { Status: var status, Id: { } id }
        && status == RefundStatus.Succeeded && id == payment.PaymentId;

    // The order that this shop noted when it started the payment says it best. What a payload says is a claim, which buyers may write. It
    // finds an order as well, and the amount and the currency decide what becomes of that.
    private async Task<OrderRow?> FindOrderOfAsync(PaymentRecord payment, string? reference, CancellationToken cancellationToken)
    {
        var provider = payment.Provider.Value;
        var orders = database.Orders.Include(order => order.Letter).Where(order => order.Provider == provider);
        string?[] names =
        [
            reference, payment.Reference, payment.Metadata.GetValueOrDefault("orderId"), payment.TransactionId,
            payment.Metadata.GetValueOrDefault("transactionId"), payment.PaymentId, payment.CheckoutId,
        ];
        foreach (var name in names.OfType<string>().Distinct())
        {
            if (await orders.FirstOrDefaultAsync(order => order.Id == name || order.TransactionId == name, cancellationToken) is { } order)
            {
                return order;
            }
        }

        return null;
    }

    [LoggerMessage(1, LogLevel.Information, "Order {OrderId} is paid: send the {Product}.")]
    private partial void LogShip(string orderId, string product);

    [LoggerMessage(2, LogLevel.Warning, "An authentic {EventType} of {Provider} is about no order of this shop.")]
    private partial void LogStranger(PaymentProvider provider, string eventType);
}
