using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Opens the payment page like Accept Hosted: by a form post with a token from the merchant's page.</summary>
internal sealed class TokenPage(CoinMoebiusSimulator simulator, SimulatorUrls urls)
{
    private readonly PaymentPages _pages = new(simulator.Stage, urls);

    public async Task OpenAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : null;
        if (simulator.Tokens.Find(form?["token"].ToString() ?? "") is { } id)
        {
            await _pages.ShowAsync(context, id).ConfigureAwait(false);
            return;
        }

        await PageResponse.WriteProblemAsync(
            context,
            StatusCodes.Status410Gone,
            "The token is unknown, or older than 15 minutes. Start the checkout again.",
            urls.Path(context, Stylesheet.Path)).ConfigureAwait(false);
    }
}
