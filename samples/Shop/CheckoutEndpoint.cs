using System.Net;
using System.Security.Cryptography;
using CoinMoebius.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Shop;

/// <summary>Starts a payment: makes an order, asks Coin Moebius for a checkout and sends the browser where the buyer pays.</summary>
public static partial class CheckoutEndpoint
{
    public static void MapCheckout(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/checkout", StartAsync).DisableAntiforgery();

    private static async Task<IResult> StartAsync(
        HttpContext http, ICoinMoebiusClient coinMoebius, Orders orders, TimeProvider clock, ILogger<Orders> log, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        if (Catalogue.Find(form["productId"]) is not { } product || Rails.Find(form["provider"]) is not { } rail)
        {
            return Page("This product or rail does not exist.", StatusCodes.Status400BadRequest);
        }

        var id = $"order-{RandomNumberGenerator.GetHexString(10, lowercase: true)}";
        var returnUrl = new Uri(new Uri($"{http.Request.Scheme}://{http.Request.Host}"), $"/order.html?id={id}");
        try
        {
            var checkout = await coinMoebius.CreateCheckoutAsync(
                new()
                {
                    Provider = rail.Provider,
                    ProductId = product.Id,
                    CustomerRef = "guest",
                    Metadata = { ["orderId"] = id, ["returnUrl"] = returnUrl.AbsoluteUri },
                },
                cancellationToken);
            orders.Add(new Order(id, product, rail.Provider.Value, checkout.TransactionId, clock.GetUtcNow()));
            return checkout switch
            {
                RedirectCheckout redirect => TypedResults.Redirect(redirect.Url.AbsoluteUri),
                FormPostCheckout post => Form(http, post),
                _ => Page("This shop has no page for this kind of payment.", StatusCodes.Status501NotImplemented),
            };
        }
        catch (CoinMoebiusException exception)
        {
            LogFailed(log, exception, id);
            return Page("The payment could not be started. Nothing was charged; please try again.", StatusCodes.Status502BadGateway);
        }
    }

    private static ContentHttpResult Form(HttpContext http, FormPostCheckout post)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Html(post.ToHtmlForm($"Continue to {Rails.Find(post.Provider.Value)?.Name}"), StatusCodes.Status200OK);
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
