using System.Net;
using System.Security.Cryptography;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Shop;

/// <summary>Starts a payment: makes an order, starts its payment on the rail the buyer chose and sends the browser where the buyer pays.</summary>
public static partial class CheckoutEndpoint
{
    public static void MapCheckout(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/checkout", StartAsync).DisableAntiforgery();

    private static async Task<IResult> StartAsync(
        HttpContext http,
        Rails rails,
        Orders orders,
        IPaymentLedger ledger,
        PublicAddress address,
        TimeProvider clock,
        ILogger<Orders> log,
        CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        if (Catalogue.Find(form["productId"]) is not { } product || rails.Find(form["provider"]) is not { } rail)
        {
            return Page("This product or rail does not exist.", StatusCodes.Status400BadRequest);
        }

        var shop = address.Url;
        var id = $"order-{RandomNumberGenerator.GetHexString(10, lowercase: true)}";
        var purchase = new Purchase(
            id,
            product,
            product.PriceIn(rail.Currency),
            rail.Currency,
            new(shop, $"/order.html?id={id}"),
            new(shop, $"/webhooks/{rail.Provider}"),
            http.Connection.RemoteIpAddress);
        try
        {
            var start = await rail.StartAsync(purchase, cancellationToken);
            var order = new Order(id, product, rail.Provider.Value, start.TransactionId, clock.GetUtcNow())
            {
                Price = purchase.Price,
                Currency = purchase.Currency,
                Instructions = start.Instructions,
                Letter = start.Letter,
                Status = start.Status,
            };

            // Stored before the buyer can pay.
            await orders.AddAsync(order, cancellationToken);
            if (start.Expected is { } expected)
            {
                // Should the webhook never come, the inbox asks the provider.
                await ledger.ExpectAsync(expected, cancellationToken);
            }

            return start switch
            {
                { Page: { } page } => TypedResults.Redirect(page.AbsoluteUri),
                { Form: { } post } => Form(http, post),

                // The order's own page shows what to send and where, and waits for it.
                _ => TypedResults.Redirect(purchase.ReturnUrl.AbsoluteUri),
            };
        }
        catch (CoinMoebiusException exception)
        {
            LogFailed(log, exception, id);
            return Page("The payment could not be started. Nothing was charged; please try again.", StatusCodes.Status502BadGateway);
        }
    }

    private static ContentHttpResult Form(HttpContext http, string form)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Html(form, StatusCodes.Status200OK);
    }

    private static ContentHttpResult Page(string message, int status) =>
        Html($"<h1>{WebUtility.HtmlEncode(message)}</h1><p><a class=\"button primary\" href=\"/\">Back to the shop</a></p>", status);

    private static ContentHttpResult Html(string body, int status) => TypedResults.Content(
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Loop &amp; Thread</title><link rel="stylesheet" href="/shop.css"></head>
        <body><main><section class="panel wait">{body}</section></main></body></html>
        """,
        "text/html",
        statusCode: status);

    [LoggerMessage(10, LogLevel.Error, "The checkout of {OrderId} could not be started.")]
    private static partial void LogFailed(ILogger log, Exception exception, string orderId);
}
