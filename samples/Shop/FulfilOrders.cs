using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace Shop;

/// <summary>Turns verified payment events into the state of orders.</summary>
public sealed partial class FulfilOrders(Orders orders, ILogger<FulfilOrders> log) : IWebhookHandler<PaymentEvent>
{
    public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
    {
        var order = orders.Apply(webhookEvent);
        if (order is null)
        {
            LogStranger(webhookEvent.Provider, webhookEvent.EventType);
        }
        else if (webhookEvent.Status == PaymentStatus.Succeeded && order.Status == PaymentStatus.Values.Succeeded && context.IsFirstOfStatus)
        {
            LogShip(order.Id, order.Product.Name);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "Order {OrderId} is paid: send the {Product}.")]
    private partial void LogShip(string orderId, string product);

    [LoggerMessage(2, LogLevel.Warning, "An authentic {EventType} of {Provider} is about no order of this shop.")]
    private partial void LogStranger(PaymentProvider provider, string eventType);
}
