using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Stripe.Json;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>What follows when the buyer has completed the task. Source: docs.stripe.com/customer-management/portal-deep-links.</summary>
public sealed record StripePortalAfterCompletion : ApiModel
{
    private const string RedirectType = "redirect";

    /// <summary><c>portal_homepage</c>, <c>hosted_confirmation</c> or <c>redirect</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The content of Stripe's confirmation page, for <c>hosted_confirmation</c>.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<StripePortalConfirmation>))]
    public StripePortalConfirmation? HostedConfirmation { get; init; }

    /// <summary>The page the buyer goes to, for <c>redirect</c>.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<StripePortalRedirect>))]
    public StripePortalRedirect? Redirect { get; init; }

    /// <summary>Redirects the buyer to a page of your site.</summary>
    /// <param name="returnUrl">The page: https, or http on a loopback address.</param>
    public static StripePortalAfterCompletion RedirectTo(Uri returnUrl) => new() { Type = RedirectType, Redirect = new() { ReturnUrl = returnUrl } };

    /// <summary>Shows the buyer Stripe's confirmation page.</summary>
    /// <param name="message">The text of the page, at most 500 characters; Stripe's own text when null.</param>
    public static StripePortalAfterCompletion Confirm(string? message = null) =>
        new() { Type = "hosted_confirmation", HostedConfirmation = message is null ? null : new() { CustomMessage = message } };

    internal void Validate(string parameterName)
    {
        StripeChecks.Required(Type, "FlowData.AfterCompletion.Type", "portal_homepage, hosted_confirmation or redirect", parameterName);
        if (Type == RedirectType && Redirect?.ReturnUrl is null)
        {
            throw new ArgumentException("FlowData.AfterCompletion.Redirect.ReturnUrl is missing. Set it to the page that the buyer goes to.", parameterName);
        }

        SafeUrls.RequirePage(Redirect?.ReturnUrl, "FlowData.AfterCompletion.Redirect.ReturnUrl", parameterName);
    }
}

/// <summary>Stripe's confirmation page.</summary>
public sealed record StripePortalConfirmation : ApiModel
{
    /// <summary>The text of the page, at most 500 characters; or null.</summary>
    public string? CustomMessage { get; init; }
}

/// <summary>A redirect to a page of your site.</summary>
public sealed record StripePortalRedirect : ApiModel
{
    /// <summary>The address of the page.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? ReturnUrl { get; init; }
}
