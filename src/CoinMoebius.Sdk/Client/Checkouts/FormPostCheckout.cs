using System.Net;

namespace CoinMoebius.Sdk;

/// <summary>Let the buyer's browser post a form to a hosted payment page (Authorize.Net Accept Hosted).</summary>
public sealed record FormPostCheckout : Checkout
{
    /// <summary>Where to post; https, or http on a loopback address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The value of the form's one field, <c>token</c>. It is valid for 15 minutes. Treat it as this buyer's secret.</summary>
    public required string Token { get; init; }

    /// <summary>The provider's id of the payment, or null.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Returns an HTML form that posts itself, with a button for browsers without scripts. All values in it are encoded. Put it into the
    /// body of a page that is not cached.
    /// </summary>
    /// <param name="buttonText">The text of the button.</param>
    /// <param name="scriptNonce">The nonce of your Content-Security-Policy, if you have one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="buttonText"/> is null.</exception>
    public string ToHtmlForm(string buttonText = "Continue to payment", string? scriptNonce = null)
    {
        ArgumentNullException.ThrowIfNull(buttonText);
        var nonce = scriptNonce is null ? "" : $" nonce=\"{WebUtility.HtmlEncode(scriptNonce)}\"";
        return $"""
            <form id="coin-moebius-checkout" method="post" action="{WebUtility.HtmlEncode(Url.AbsoluteUri)}">
            <input type="hidden" name="token" value="{WebUtility.HtmlEncode(Token)}">
            <button type="submit">{WebUtility.HtmlEncode(buttonText)}</button>
            </form>
            <script{nonce}>document.getElementById("coin-moebius-checkout").submit();</script>
            """;
    }
}
