namespace CoinMoebius.Sdk;

/// <summary>
/// The addresses of providers' pages for managing subscriptions that need no API call. For other providers, call
/// <see cref="ICoinMoebiusClient.CreatePortalUrlAsync"/>. Source: the open Coin Moebius TypeScript SDK.
/// </summary>
public static class ProviderPortals
{
    /// <summary>Returns the page where a buyer manages automatic payments at PayPal.</summary>
    /// <param name="sandbox">True for PayPal's sandbox.</param>
    public static Uri PayPal(bool sandbox = false) =>
        new(sandbox ? "https://www.sandbox.paypal.com/myaccount/autopay/" : "https://www.paypal.com/myaccount/autopay/");

    /// <summary>Returns the page where the merchant manages subscriptions at Square.</summary>
    /// <param name="subscriptionId">One subscription, or null for the list.</param>
    /// <param name="sandbox">True for Square's sandbox.</param>
    /// <exception cref="ArgumentException"><paramref name="subscriptionId"/> is empty or not valid in a path.</exception>
    public static Uri Square(string? subscriptionId = null, bool sandbox = false)
    {
        var list = sandbox ? "https://app.squareupsandbox.com/dashboard/subscriptions" : "https://squareup.com/dashboard/subscriptions";
        return new(subscriptionId is null ? list : $"{list}/{Http.SafeUrls.EscapeSegment(subscriptionId, nameof(subscriptionId))}");
    }

    /// <summary>Returns the page where the merchant manages subscriptions at Authorize.Net.</summary>
    /// <param name="sandbox">True for the sandbox.</param>
    public static Uri AuthorizeNet(bool sandbox = false) =>
        new(sandbox ? "https://sandbox.authorize.net/" : "https://account.authorize.net/");
}
