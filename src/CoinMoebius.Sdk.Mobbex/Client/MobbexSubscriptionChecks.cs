using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex.Client;

/// <summary>Checks subscriptions and subscribers before the client sends them.</summary>
internal static class MobbexSubscriptionChecks
{
    /// <exception cref="ArgumentException">The request is invalid; the parameter name is that of the property.</exception>
    public static void CheckNew(MobbexSubscriptionRequest request, string name)
    {
        Check(request, name);
        if (request.Total is null)
        {
            throw new ArgumentException("It is required: set the amount of each charge.", $"{name}.{nameof(request.Total)}");
        }

        MobbexChecks.Text(request.Currency, $"{name}.{nameof(request.Currency)}");
        MobbexChecks.Text(request.Name, $"{name}.{nameof(request.Name)}");
        MobbexChecks.Text(request.Description, $"{name}.{nameof(request.Description)}");
        MobbexChecks.Text(request.Type, $"{name}.{nameof(request.Type)}");
        MobbexChecks.Text(request.Interval, $"{name}.{nameof(request.Interval)}");
    }

    /// <exception cref="ArgumentException">The request is invalid; the parameter name is that of the property.</exception>
    public static void Check(MobbexSubscriptionRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        if (request.Total is { } total)
        {
            MobbexChecks.Amount(total, $"{name}.{nameof(request.Total)}");
        }

        MobbexChecks.AmountOrZero(request.SetupFee, $"{name}.{nameof(request.SetupFee)}");
        MobbexChecks.AtLeast(request.Trial, 0, $"{name}.{nameof(request.Trial)}");
        MobbexChecks.AtLeast(request.Limit, 0, $"{name}.{nameof(request.Limit)}");
        SafeUrls.RequirePage(request.ReturnUrl, nameof(request.ReturnUrl), $"{name}.{nameof(request.ReturnUrl)}");
        MobbexChecks.Webhook(request.Webhook, $"{name}.{nameof(request.Webhook)}");
        MobbexRequestChecks.Texts(request.Features, $"{name}.{nameof(request.Features)}");
        MobbexRequestChecks.Options(request.Options, $"{name}.{nameof(request.Options)}");
    }

    /// <exception cref="ArgumentException">The request is invalid; the parameter name is that of the property.</exception>
    public static void CheckNew(MobbexSubscriberRequest request, string name)
    {
        Check(request, name);
        MobbexRequestChecks.Customer(request.Customer, $"{name}.{nameof(request.Customer)}");
        MobbexChecks.Text(request.Reference, $"{name}.{nameof(request.Reference)}");
        MobbexChecks.Date(request.StartDate, $"{name}.{nameof(request.StartDate)}", needsYear: false);
    }

    /// <exception cref="ArgumentException">The request is invalid; the parameter name is that of the property.</exception>
    public static void Check(MobbexSubscriberRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        if (request.Total is { } total)
        {
            MobbexChecks.Amount(total, $"{name}.{nameof(request.Total)}");
        }

        MobbexRequestChecks.OptionalCustomer(request.Customer, $"{name}.{nameof(request.Customer)}");
        MobbexRequestChecks.Addresses(request.Addresses, $"{name}.{nameof(request.Addresses)}");
        if (request.StartDate is { } startDate)
        {
            MobbexChecks.Date(startDate, $"{name}.{nameof(request.StartDate)}", needsYear: false);
        }
    }
}
