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

    /// <summary>The address of the script; Inqud's unless set.</summary>
    public string ScriptUrl { get; set; } = InqudWidget.DefaultScriptUrl;

    /// <summary>False where the page loads the script itself, or for the second widget of a page. True unless set.</summary>
    public bool IncludesScript { get; set; } = true;

    /// <summary>The nonce of the page's content security policy for the script; none unless set.</summary>
    public string? Nonce { get; set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id is not one of a checkout, or the script's address is not safe.</exception>
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
