using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.DodoPayments.Json;

/// <summary>Checks a request before it is sent.</summary>
internal static class DodoPaymentsChecks
{
    private const int MaxTrialDays = 10_000;

    /// <exception cref="ArgumentException">The message names the property and how to correct it.</exception>
    public static void Checkout(DodoPaymentsCheckoutRequest checkout, string parameterName)
    {
        Require(checkout.ProductCart is { Count: > 0 }, "ProductCart is empty: add at least one product.", parameterName);
        for (var i = 0; i < checkout.ProductCart!.Count; i++)
        {
            var item = checkout.ProductCart[i];
            Require(!string.IsNullOrWhiteSpace(item?.ProductId), $"ProductCart[{i}].ProductId is empty: set the product's id (\"pdt_…\").", parameterName);
            Require(item!.Quantity > 0, $"ProductCart[{i}].Quantity is {item.Quantity}: it must be 1 or more.", parameterName);
        }

        if (checkout.Customer is { } customer)
        {
            var isKnown = !string.IsNullOrWhiteSpace(customer.CustomerId);
            Require(
                isKnown != !string.IsNullOrWhiteSpace(customer.Email),
                "Customer must have either a CustomerId, which names a customer, or an Email, which finds or creates one.",
                parameterName);
            Require(!isKnown || (customer.Name ?? customer.PhoneNumber) is null, "Customer has a CustomerId: leave Name and PhoneNumber out.", parameterName);
        }

        Require(
            checkout.BillingAddress is null || checkout.BillingAddress.Country is { Length: 2 },
            "BillingAddress.Country must be two letters, such as \"US\".",
            parameterName);
        Require(
            checkout.SubscriptionData?.TrialPeriodDays is null or (>= 0 and <= MaxTrialDays),
            $"SubscriptionData.TrialPeriodDays must be from 0 to {MaxTrialDays}.",
            parameterName);
        Require(checkout.Metadata?.Values.All(static value => value is not null) is not false, "Metadata holds null: leave the entry out.", parameterName);
        SafeUrls.RequirePage(checkout.ReturnUrl, nameof(checkout.ReturnUrl), parameterName);
    }

    private static void Require(bool condition, string message, string parameterName)
    {
        if (!condition)
        {
            throw new ArgumentException(message, parameterName);
        }
    }
}
