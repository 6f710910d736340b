using System.Runtime.CompilerServices;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Webhooks;

namespace Shop;

/// <summary>A provider that the project at Coin Moebius is connected to.</summary>
/// <param name="coinMoebius">The client.</param>
/// <param name="offer">The provider.</param>
/// <param name="wallet">Plays the wallets of buyers; null when payments are real.</param>
public sealed class CloudRail(ICoinMoebiusClient coinMoebius, CloudOffer offer, SimulatedWallet? wallet = null) : IRail
{
    public PaymentProvider Provider => offer.Provider;

    public string Name => offer.Name;

    public RailKind Kind => offer.Kind;

    public async Task<RailStart> StartAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var checkout = await coinMoebius.CreateCheckoutAsync(
            new()
            {
                Provider = Provider,
                ProductId = purchase.Product.Id,
                CustomerRef = "guest",
                PayCurrency = offer.Coin,
                Reference = purchase.OrderId,
                Metadata = { ["returnUrl"] = purchase.ReturnUrl.AbsoluteUri },
            },
            cancellationToken);
        var start = new RailStart(checkout.TransactionId) { Expected = Expect(checkout, purchase) };
        return checkout switch
        {
            RedirectCheckout redirect => start with { Page = redirect.Url },
            FormPostCheckout post => start with { Form = post.ToHtmlForm($"Continue to {Name}") },
            CryptoCheckout coins => start with
            {
                Instructions = Instructions.Of(coins) with
                {
                    Currency = offer.Coin ?? (Provider == PaymentProvider.Monero ? "XMR" : null),
                    SimulatedWallet = checkout.TransactionId is { } id ? wallet?.PageOf(id) : null,
                },
            },
            ManualCheckout letter => start with { Instructions = Instructions.Of(letter) },
            _ => throw new NotSupportedException($"{checkout.GetType().Name} is no checkout that this shop knows."),
        };
    }

    // Written by the shop alone: this, and nothing that a webhook says, links the payment with the order.
    private ExpectedPayment Expect(Checkout checkout, Purchase purchase) => new()
    {
        Provider = Provider,
        TransactionId = checkout.TransactionId,
        Reference = purchase.OrderId,
        Amount = purchase.Price,
        Currency = purchase.Currency,
    };

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

/// <summary>Plays the wallets of buyers: a page for each payment.</summary>
public sealed record SimulatedWallet(Uri Simulator)
{
    public Uri PageOf(string transactionId) => new(Simulator, "pay/" + Uri.EscapeDataString(transactionId));
}
