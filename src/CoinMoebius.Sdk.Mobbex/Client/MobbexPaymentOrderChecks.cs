using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex.Client;

/// <summary>Checks a payment link before the client sends it.</summary>
internal static class MobbexPaymentOrderChecks
{
    /// <exception cref="ArgumentException">The request is invalid; the parameter name is that of the property.</exception>
    public static void Check(MobbexPaymentOrderRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        MobbexChecks.Amount(request.Total, $"{name}.{nameof(request.Total)}");
        MobbexChecks.Text(request.Description, $"{name}.{nameof(request.Description)}", MobbexChecks.MaxTextLength);
        MobbexChecks.OptionalText(request.Reference, $"{name}.{nameof(request.Reference)}", MobbexChecks.MaxTextLength);
        SafeUrls.RequirePage(request.ReturnUrl, nameof(request.ReturnUrl), $"{name}.{nameof(request.ReturnUrl)}");
        MobbexChecks.Webhook(request.Webhook, $"{name}.{nameof(request.Webhook)}");
        MobbexRequestChecks.Items(request.Items, $"{name}.{nameof(request.Items)}");
        MobbexRequestChecks.Options(request.Options, $"{name}.{nameof(request.Options)}");
        MobbexRequestChecks.Texts(request.Sources, $"{name}.{nameof(request.Sources)}");
        if (request.Due is { } due)
        {
            MobbexChecks.Date(due, $"{name}.{nameof(request.Due)}", needsYear: true);
        }

        if (request.SecondDue is { } second)
        {
            if (request.Due is null)
            {
                throw new ArgumentException("It is required with SecondDue: set the first due date.", $"{name}.{nameof(request.Due)}");
            }

            MobbexChecks.AtLeast(second.Days, 1, $"{name}.{nameof(request.SecondDue)}.{nameof(second.Days)}");
            MobbexChecks.AmountOrZero(second.Surcharge, $"{name}.{nameof(request.SecondDue)}.{nameof(second.Surcharge)}");
        }
    }
}
