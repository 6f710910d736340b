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
        var now = clock.GetUtcNow();
        var found = await FindOrderOfAsync(webhookEvent, context.OrderReference, cancellationToken);
        database.OrderEvents.Add(OrderEvent.Of(webhookEvent, found?.Id, context.IsFirstOfStatus, now));
        if (found is null)
        {
            LogStranger(webhookEvent.Provider, webhookEvent.EventType);
            return;
        }

        var before = found.ToOrder();
        var order = before.Apply(webhookEvent, now, tests.Pay);
        found.Update(order, now);

        // Amount, currency and test mode were compared: an order whose payment is not right is in review.
        if (before.Status != PaymentStatus.Values.Succeeded && order.Status == PaymentStatus.Values.Succeeded && context.IsFirstOfStatus)
        {
            // A real shop adds a row to its table of parcels here. What leaves the database, such as mail, is sent from there: this
            // transaction may still be undone.
            LogShip(order.Id, order.Product.Name);
        }
    }

    // The order that this shop noted when it started the payment says it best, then what earlier events of the payment were about: refunds
    // and disputes may carry no more than the payment's id. What else a payload says is a claim, which buyers may write. It finds an order
    // as well, and the amount and the currency decide what becomes of that.
    private async Task<OrderRow?> FindOrderOfAsync(PaymentEvent payment, string? noted, CancellationToken cancellationToken)
    {
        var provider = payment.Provider.Value;
        var orders = database.Orders.Where(order => order.Provider == provider);
        var known = await database.OrderEvents
            .Where(told => told.Provider == provider && told.PaymentId == payment.PaymentId && told.OrderId != null)
            .OrderBy(told => told.Id).Select(told => told.OrderId).FirstOrDefaultAsync(cancellationToken);
        foreach (var id in new[] { noted, known, payment.Metadata.GetValueOrDefault("orderId") })
        {
            if (id is not null && await orders.FirstOrDefaultAsync(order => order.Id == id, cancellationToken) is { } order)
            {
                return order;
            }
        }

        string?[] transactions = [payment.PaymentId, payment.Metadata.GetValueOrDefault("transactionId"), payment.Reference];
        var given = transactions.OfType<string>().ToArray();
        return await orders.FirstOrDefaultAsync(order => order.TransactionId != null && given.Contains(order.TransactionId), cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Information, "Order {OrderId} is paid: send the {Product}.")]
    private partial void LogShip(string orderId, string product);

    [LoggerMessage(2, LogLevel.Warning, "An authentic {EventType} of {Provider} is about no order of this shop.")]
    private partial void LogStranger(PaymentProvider provider, string eventType);
}
