using System.Runtime.CompilerServices;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Inqud;

namespace Shop;

/// <summary>Crypto through Inqud, at a price in dollars.</summary>
public sealed class InqudRail(IInqudClient inqud) : IRail
{
    public PaymentProvider Provider => PaymentProvider.Inqud;

    public string Name => "Inqud";

    public RailKind Kind => RailKind.Coins;

    public async Task<RailStart> StartAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var checkout = await inqud.CreateCheckoutAsync(
            InqudCheckoutRequest.FixedPrice(purchase.Price, purchase.Currency) with
            {
                ClientOrderId = purchase.OrderId,
                Name = purchase.Product.Name,
                ReturnUrl = purchase.ReturnUrl,
            },
            cancellationToken: cancellationToken);
        return new(checkout.Id)
        {
            Page = checkout.AcquiringUrl,
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
        await foreach (var checkout in inqud.WatchCheckoutAsync(order.TransactionId!, cancellationToken: cancellationToken))
        {
            yield return checkout.Status.Value;
        }
    }
}
