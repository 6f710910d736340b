using System.Text.Encodings.Web;
using CoinMoebius.Sdk.Http;
using Microsoft.AspNetCore.Html;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// Inqud's payment widget for one checkout, as HTML: its script and the element. In Razor write it out, or use <c>&lt;inqud-widget&gt;</c>;
/// elsewhere take <see cref="ToString"/>. Source: docs.inqud.com/crypto-widget/integration-details/embedded-widget.
/// </summary>
/// <remarks>
/// The widget is 392 pixels wide. Its element raises <c>statusChanged</c> in the browser, which is for the eye only: fulfil on the webhook.
/// Inqud must have approved the page's domain for the project.
/// </remarks>
public sealed class InqudWidget : IHtmlContent
{
    /// <summary>Where Inqud serves the script.</summary>
    public const string DefaultScriptUrl = "https://paycrypto.inqud.com/widget.js";

    private const string CheckoutPrefix = "CCO-";
    private const int UuidLength = 36;

    private readonly string _checkoutId;
    private readonly Uri _scriptUrl = new(DefaultScriptUrl);

    /// <summary>Makes the widget of a checkout.</summary>
    /// <param name="checkoutId">The id of the checkout: <c>CCO-</c> and a UUID.</param>
    /// <exception cref="ArgumentException">It is anything else.</exception>
    public InqudWidget(string checkoutId)
    {
        ArgumentNullException.ThrowIfNull(checkoutId);
        _checkoutId = IsCheckoutId(checkoutId)
            ? checkoutId
            : throw new ArgumentException("This is not the id of a checkout: CCO- and a UUID.", nameof(checkoutId));
    }

    /// <summary>The address of the script: https, or http on this machine. <see cref="DefaultScriptUrl"/> unless set.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public Uri ScriptUrl
    {
        get => _scriptUrl;
        init => _scriptUrl = value is not null && SafeUrls.IsSafe(value)
            ? value
            : throw new ArgumentException("The address of the script must be absolute, with https, or http on this machine.", nameof(value));
    }

    /// <summary>False where the page loads the script itself, or for the second widget of a page. True unless set.</summary>
    public bool IncludesScript { get; init; } = true;

    /// <summary>The nonce of the page's content security policy for the script; none unless set.</summary>
    public string? Nonce { get; init; }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        if (IncludesScript)
        {
            writer.Write("<script src=\"");
            encoder.Encode(writer, ScriptUrl.AbsoluteUri);
            writer.Write('"');
            if (!string.IsNullOrEmpty(Nonce))
            {
                writer.Write(" nonce=\"");
                encoder.Encode(writer, Nonce);
                writer.Write('"');
            }

            writer.Write(" defer></script>");
        }

        writer.Write("<app-widget id=\"");
        encoder.Encode(writer, _checkoutId);
        writer.Write("\"></app-widget>");
    }

    /// <summary>The HTML, for pages that are not made with Razor.</summary>
    public override string ToString()
    {
        using var writer = new StringWriter();
        WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static bool IsCheckoutId(string id) =>
        id.Length == CheckoutPrefix.Length + UuidLength
        && id.StartsWith(CheckoutPrefix, StringComparison.Ordinal)
        && Guid.TryParseExact(id.AsSpan(CheckoutPrefix.Length), "D", out _);
}
