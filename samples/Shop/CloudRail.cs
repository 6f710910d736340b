using System.Runtime.CompilerServices;
using CoinMoebius.Sdk;

namespace Shop;

/// <summary>A provider that the project at Coin Moebius is connected to.</summary>
public sealed class CloudRail(ICoinMoebiusClient coinMoebius, PaymentProvider provider, string name) : IRail
{
    public PaymentProvider Provider => provider;

    public string Name => name;

    public async Task<RailStart> StartAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var checkout = await coinMoebius.CreateCheckoutAsync(
            new()
            {
                Provider = provider,
                ProductId = purchase.Product.Id,
                CustomerRef = "guest",
                Metadata = { ["orderId"] = purchase.OrderId, ["returnUrl"] = purchase.ReturnUrl.AbsoluteUri },
            },
            cancellationToken);
        return checkout switch
        {
            RedirectCheckout redirect => new(checkout.TransactionId, redirect.Url),
            FormPostCheckout post => new(checkout.TransactionId, null, post.ToHtmlForm($"Continue to {name}")),
            _ => new(checkout.TransactionId, null),
        };
    }

    public async IAsyncEnumerable<string> WatchAsync(Order order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (order.TransactionId is { } id)
        {
            await foreach (var transaction in coinMoebius.WatchAsync(id, cancellationToken: cancellationToken))
            {
                yield return transaction.Status.Value;
            }
        }
    }
}
