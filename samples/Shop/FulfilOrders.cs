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
        var found = await FindOrderOfAsync(webhookEvent, cancellationToken);
        database.OrderEvents.Add(OrderEvent.Of(webhookEvent, found?.Id, context.IsFirstOfStatus, now));
        if (found is null)
        {
            LogStranger(webhookEvent.Provider, webhookEvent.EventType);
            return;
        }

        var order = found.ToOrder().Apply(webhookEvent, now, tests.Pay);
        found.Update(order, now);

        // Amount, currency and test mode were compared: an order whose payment is not right is in review.
        if (webhookEvent.Status == PaymentStatus.Succeeded && order.Status == PaymentStatus.Values.Succeeded && context.IsFirstOfStatus)
        {
            // A real shop adds a row to its table of parcels here. What leaves the database, such as mail, is sent from there: this
            // transaction may still be undone.
            LogShip(order.Id, order.Product.Name);
        }
    }

    // What this shop put into its own call says it best: the order's id, in the metadata or as the reference. Refunds and disputes may
    // carry no more than the payment's id; a refund at Authorize.Net has an id of its own, but the reference of the payment.
    private async Task<OrderRow?> FindOrderOfAsync(PaymentEvent payment, CancellationToken cancellationToken)
    {
        var provider = payment.Provider.Value;
        var orders = database.Orders.Where(order => order.Provider == provider);
        var (named, reference) = (payment.Metadata.GetValueOrDefault("orderId"), payment.Reference);
        if (named is not null || reference is not null)
        {
            if (await orders.FirstOrDefaultAsync(order => order.Id == named || order.Id == reference, cancellationToken) is { } order)
            {
                return order;
            }
        }

        var known = await database.OrderEvents
            .Where(told => told.Provider == provider && told.PaymentId == payment.PaymentId && told.OrderId != null)
            .OrderBy(told => told.Id).Select(told => told.OrderId).FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return await orders.FirstOrDefaultAsync(order => order.Id == known, cancellationToken);
        }

        string?[] transactions = [payment.PaymentId, payment.Metadata.GetValueOrDefault("transactionId"), reference];
        var given = transactions.OfType<string>().ToArray();
        return await orders.FirstOrDefaultAsync(order => order.TransactionId != null && given.Contains(order.TransactionId), cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Information, "Order {OrderId} is paid: send the {Product}.")]
    private partial void LogShip(string orderId, string product);

    [LoggerMessage(2, LogLevel.Warning, "An authentic {EventType} of {Provider} is about no order of this shop.")]
    private partial void LogStranger(PaymentProvider provider, string eventType);
}
