using System.Text.Encodings.Web;
using CoinMoebius.Sdk.Http;
using Microsoft.AspNetCore.Html;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// Renders Inqud's payment widget for one checkout as HTML: its script and its element. In Razor, write the object out or use
/// <c>&lt;inqud-widget&gt;</c>; elsewhere, call <see cref="ToString"/>.
/// Source: docs.inqud.com/crypto-widget/integration-details/embedded-widget.
/// </summary>
/// <remarks>
/// The widget is 392 pixels wide. Its element raises <c>statusChanged</c> in the browser, which is for display only: fulfil on the webhook.
/// Inqud must have approved the page's domain for the project.
/// </remarks>
public sealed class InqudWidget : IHtmlContent
{
    /// <summary>The address of Inqud's script.</summary>
    public const string DefaultScriptUrl = "https://paycrypto.inqud.com/widget.js";

    private const string CheckoutPrefix = "CCO-";
    private const int UuidLength = 36;

    private readonly string _checkoutId;
    private readonly Uri _scriptUrl = new(DefaultScriptUrl);

    /// <summary>Creates the widget of a checkout.</summary>
    /// <param name="checkoutId">The id of the checkout: <c>CCO-</c> and a UUID.</param>
    /// <exception cref="ArgumentException">The id has another form.</exception>
    public InqudWidget(string checkoutId)
    {
        ArgumentNullException.ThrowIfNull(checkoutId);
        _checkoutId = IsCheckoutId(checkoutId)
            ? checkoutId
            : throw new ArgumentException("This is not the id of a checkout: CCO- and a UUID.", nameof(checkoutId));
    }

    /// <summary>The address of the script: https, or http on this machine. <see cref="DefaultScriptUrl"/> by default.</summary>
    /// <exception cref="ArgumentException">The address is neither.</exception>
    public Uri ScriptUrl
    {
        get => _scriptUrl;
        init => _scriptUrl = value is not null && SafeUrls.IsSafe(value)
            ? value
            : throw new ArgumentException("The address of the script must be absolute, with https, or http on this machine.", nameof(value));
    }

    /// <summary>
    /// Whether to write the script element. Set false if the page loads the script itself, or for a second widget on a page. True by default.
    /// </summary>
    public bool IncludesScript { get; init; } = true;

    /// <summary>The nonce of the page's content security policy for the script; null by default.</summary>
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

    /// <summary>Returns the HTML, for pages not written with Razor.</summary>
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
