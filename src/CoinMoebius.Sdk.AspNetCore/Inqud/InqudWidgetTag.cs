using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// <c>&lt;inqud-widget checkout-id="…" /&gt;</c>: writes an <see cref="InqudWidget"/>. Needs
/// <c>@addTagHelper *, CoinMoebius.Sdk.AspNetCore</c> in <c>_ViewImports.cshtml</c>.
/// </summary>
[HtmlTargetElement("inqud-widget", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InqudWidgetTag : TagHelper
{
    /// <summary>The id of the checkout: <c>CCO-</c> and a UUID. Required.</summary>
    public string CheckoutId { get; set; } = "";

    /// <summary>The address of the script; Inqud's by default.</summary>
    public string ScriptUrl { get; set; } = InqudWidget.DefaultScriptUrl;

    /// <summary>
    /// Whether to write the script element. Set false if the page loads the script itself, or for a second widget on a page. True by default.
    /// </summary>
    public bool IncludesScript { get; set; } = true;

    /// <summary>The nonce of the page's content security policy for the script; null by default.</summary>
    public string? Nonce { get; set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id is not a checkout id, or the script's address is not safe.</exception>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.SuppressOutput();
        output.Content.SetHtmlContent(new InqudWidget(CheckoutId)
        {
            ScriptUrl = Uri.TryCreate(ScriptUrl, UriKind.Absolute, out var url)
                ? url
                : throw new ArgumentException("script-url is not an absolute address.", nameof(output)),
            IncludesScript = IncludesScript,
            Nonce = Nonce,
        });
    }
}
