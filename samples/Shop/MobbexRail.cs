using System.Globalization;
using System.Runtime.CompilerServices;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Mobbex;
using Microsoft.Extensions.Options;

namespace Shop;

/// <summary>Cards, cash and transfers in Argentine pesos through Mobbex.</summary>
public sealed class MobbexRail(IMobbexClient mobbex, IOptionsMonitor<MobbexWebhookOptions> webhooks) : IRail
{
    public PaymentProvider Provider => PaymentProvider.Mobbex;

    public string Name => "Mobbex";

    public RailKind Kind => RailKind.Cards;

    public string Currency => "ARS";

    public async Task<RailStart> StartAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var checkout = await mobbex.CreateCheckoutAsync(
            new()
            {
                Total = purchase.Price,
                Currency = purchase.Currency,
                Description = purchase.Product.Name,
                Reference = purchase.OrderId,
                Customer = new() { Email = "guest@shop.example", Name = "Guest", Identification = "12123123" },
                ReturnUrl = purchase.ReturnUrl,

                // Mobbex signs nothing: the token in the address is the proof that a notification is about this order.
                Webhook = MobbexWebhookUrl.Create(purchase.WebhookUrl, webhooks.CurrentValue, purchase.OrderId),
            },
            cancellationToken);
        return new(checkout.Id)
        {
            Page = checkout.Url,
            Expected = new()
            {
                Provider = Provider,
                PaymentId = checkout.Id,
                Reference = purchase.OrderId,
                Amount = purchase.Price,
                Currency = purchase.Currency,
            },
        };
    }

    public async IAsyncEnumerable<string> WatchAsync(Order order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var operation in mobbex.WatchTransactionsAsync(order.Id, cancellationToken))
        {
            yield return operation.StatusCode?.Value.ToString(CultureInfo.InvariantCulture) ?? "";
        }
    }
}
