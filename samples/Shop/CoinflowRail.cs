using System.Net;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Coinflow;

namespace Shop;

/// <summary>Cards and more through Coinflow.</summary>
public sealed class CoinflowRail(ICoinflowClient coinflow) : IRail
{
    public PaymentProvider Provider => PaymentProvider.Coinflow;

    public string Name => "Coinflow";

    public RailKind Kind => RailKind.Cards;

    public async Task<RailStart> StartAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var checkout = await coinflow.CreateCheckoutLinkAsync(
            CoinflowPayer.ForUser("guest"),
            new()
            {
                Subtotal = CoinflowMoney.FromAmount(purchase.Price, purchase.Currency),
                WebhookInfo = new JsonObject { ["orderId"] = purchase.OrderId },
                StandaloneLinkConfig = new()
                {
                    CallbackUrl = purchase.ReturnUrl.AbsoluteUri,
                    EndUserDeviceIpAddress = (purchase.BuyerAddress ?? IPAddress.Loopback).ToString(),
                },
            },
            cancellationToken: cancellationToken);

        // The payment gets its id when the buyer pays; the webhook brings it, with what stands in webhookInfo.
        return new(null)
        {
            Page = checkout.Link,
            Expected = new() { Provider = Provider, Reference = purchase.OrderId, Amount = purchase.Price, Currency = purchase.Currency },
        };
    }
}
