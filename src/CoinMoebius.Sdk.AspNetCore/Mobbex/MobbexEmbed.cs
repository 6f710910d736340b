using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// Renders Mobbex's checkout inside a page: a container, Mobbex's script, and the call that opens the checkout. Write it into a Razor page
/// with <c>@new MobbexEmbed { CheckoutId = checkout.Id }</c>. The checkout must have been created with <c>options.embed</c>, and with
/// <c>options.domain</c> set to the host of the page. Source: the examples and plugins Mobbex publishes (github.com/mobbexco).
/// </summary>
/// <remarks>
/// All values are encoded. What the browser reports, like the return address, is for display only: deliver
/// when the webhook has arrived. With a content security policy, allow scripts, connections and images of <c>*.mobbex.com</c> and frames of
/// <c>https://mobbex.com</c>, and set <see cref="Nonce"/>.
/// </remarks>
public sealed class MobbexEmbed : IHtmlContent
{
    private const int MaxIdLength = 200;

    /// <summary>The id of the checkout, for example <c>CHK:…</c>. For a subscriber's source, the id of the subscription.</summary>
    public required string CheckoutId { get; init; }

    /// <summary>
    /// The id of the subscriber, so that the subscriber can enter another card (<c>subscriber_source</c>); null for a checkout.
    /// </summary>
    public string? SubscriberId { get; init; }

    /// <summary>The preselected payment method, as <c>group:subgroup</c>, for example <c>card:card_input</c>; or null.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>
    /// Where the browser goes when the payer closes the checkout. The script adds <c>status</c>: the status of the last attempt, <c>0</c> if
    /// there was none, <c>500</c> after an error. <c>MobbexReturn</c> reads it. With null the browser stays on the page. The value must be an
    /// https address, a loopback one, or a path that begins with one slash.
    /// </summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>The nonce of the page's content security policy, for both script elements; or null.</summary>
    public string? Nonce { get; init; }

    /// <summary>The id of the container element. Mobbex's script looks for <c>mbbx-container</c>, the default.</summary>
    public string ContainerId { get; init; } = "mbbx-container";

    /// <summary>Mobbex's script: https, or loopback http. By default version 1.2.0 on the API's host; a white label has its own host.</summary>
    public Uri ScriptUrl { get; init; } = new("https://api.mobbex.com/p/embed/1.2.0/lib.js");

    /// <summary>Writes the elements.</summary>
    /// <param name="writer">Receives the HTML.</param>
    /// <param name="encoder">Encodes texts for HTML.</param>
    /// <exception cref="InvalidOperationException">A property cannot be used; the message names it and the reason.</exception>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        Check();
        var nonce = string.IsNullOrEmpty(Nonce) ? "" : $" nonce=\"{encoder.Encode(Nonce)}\"";
        writer.Write($"<div id=\"{encoder.Encode(ContainerId)}\"></div>\n");
        writer.Write($"<script src=\"{encoder.Encode(ScriptUrl.AbsoluteUri)}\"{nonce}></script>\n");
        writer.Write($"<script{nonce}>\n(function () {{\n  var options = ");
        writer.Write(Options());
        writer.Write(";\n");
        if (ReturnUrl is not null)
        {
            WriteReturn(writer);
        }

        writer.Write("  window.MobbexEmbed.init(options).open();\n})();\n</script>\n");
    }

    // The default encoder of System.Text.Json escapes every character that could end the script element.
    private string Options()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id", CheckoutId);
            json.WriteString("type", SubscriberId is null ? "checkout" : "subscriber_source");
            if (SubscriberId is not null)
            {
                json.WriteString("sid", SubscriberId);
            }

            if (PaymentMethod is not null)
            {
                json.WriteString("paymentMethod", PaymentMethod);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void WriteReturn(TextWriter writer)
    {
        var target = ReturnUrl!.IsAbsoluteUri ? ReturnUrl.AbsoluteUri : ReturnUrl.OriginalString;
        var separator = target.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        writer.Write($"  var target = \"{JavaScriptEncoder.Default.Encode(target + separator)}status=\", status = 0;\n");
        writer.Write(
            """
              function leave() { window.location.href = target + encodeURIComponent(status); }
              options.callbacks = {
                onPayment: function (payment) {
                  try { status = payment.data.status.code; } catch (e) { status = 500; }
                },
                onResult: function (result) {
                  try { status = result.status.code; } catch (e) { }
                  leave();
                },
                onClose: leave,
                onError: function () { status = 500; leave(); }
              };

            """.ReplaceLineEndings("\n"));
    }

    private void Check()
    {
        Require(IsText(CheckoutId), nameof(CheckoutId), "it is empty or too long");
        Require(SubscriberId is null || IsText(SubscriberId), nameof(SubscriberId), "it is empty or too long");
        Require(PaymentMethod is null || IsText(PaymentMethod), nameof(PaymentMethod), "it is empty or too long");
        Require(IsText(ContainerId), nameof(ContainerId), "it is empty or too long");
        Require(ScriptUrl is not null && Http.SafeUrls.IsSafe(ScriptUrl), nameof(ScriptUrl), "it is neither https nor loopback http");
        Require(ReturnUrl is null || IsReturn(ReturnUrl), nameof(ReturnUrl), "it is neither https, loopback http nor a path, or has a fragment");
    }

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MaxIdLength;

    private static bool IsReturn(Uri url) => url.IsAbsoluteUri && !url.OriginalString.StartsWith('/')
        ? Http.SafeUrls.TryParsePage(url.AbsoluteUri, out _) && url.Fragment.Length == 0
        : url.OriginalString is ['/'] or ['/', not ('/' or '\\'), ..] && !url.OriginalString.AsSpan().ContainsAny("#\\\t\n\r");

    private static void Require(bool holds, string property, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"MobbexEmbed.{property} cannot be used: {fault}.");
        }
    }
}
