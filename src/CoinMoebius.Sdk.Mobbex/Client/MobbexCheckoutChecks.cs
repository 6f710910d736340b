using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex.Client;

/// <summary>Checks a checkout before the client sends it.</summary>
internal static class MobbexCheckoutChecks
{
    private const int MaxParts = 100;

    /// <exception cref="ArgumentException">The request is invalid; the parameter name is that of the property.</exception>
    public static void Check(MobbexCheckoutRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        MobbexChecks.Amount(request.Total, $"{name}.{nameof(request.Total)}");
        MobbexChecks.Text(request.Currency, $"{name}.{nameof(request.Currency)}");
        MobbexChecks.Text(request.Description, $"{name}.{nameof(request.Description)}", MobbexChecks.MaxTextLength);
        MobbexChecks.Text(request.Reference, $"{name}.{nameof(request.Reference)}", MobbexChecks.MaxTextLength);
        MobbexRequestChecks.Customer(request.Customer, $"{name}.{nameof(request.Customer)}");
        SafeUrls.RequirePage(request.ReturnUrl, nameof(request.ReturnUrl), $"{name}.{nameof(request.ReturnUrl)}");
        MobbexChecks.Webhook(request.Webhook, $"{name}.{nameof(request.Webhook)}");
        MobbexChecks.OptionalText(request.WebhooksType, $"{name}.{nameof(request.WebhooksType)}");
        MobbexChecks.OptionalText(request.Intent, $"{name}.{nameof(request.Intent)}");
        MobbexChecks.AtLeast(request.Timeout, 1, $"{name}.{nameof(request.Timeout)}");
        MobbexRequestChecks.Items(request.Items, $"{name}.{nameof(request.Items)}");
        MobbexRequestChecks.Options(request.Options, $"{name}.{nameof(request.Options)}");
        MobbexRequestChecks.Texts(request.Sources, $"{name}.{nameof(request.Sources)}");
        MobbexRequestChecks.Installments(request.Installments, $"{name}.{nameof(request.Installments)}");
        MobbexRequestChecks.Addresses(request.Addresses, $"{name}.{nameof(request.Addresses)}");
        Split(request, $"{name}.{nameof(request.Split)}");
        Merchants(request, $"{name}.{nameof(request.Merchants)}");
        Wallet(request, name);
        if (request.Travel is { } travel)
        {
            Travel(travel, $"{name}.{nameof(request.Travel)}");
        }
    }

    private static void Split(MobbexCheckoutRequest request, string name)
    {
        if (request.Split is not { Count: > 0 } parts)
        {
            return;
        }

        if (request.Multicard == true)
        {
            throw new ArgumentException("A payment with several cards cannot be split: remove Split or Multicard.", name);
        }

        if (parts.Count > MaxParts)
        {
            throw new ArgumentException($"It has {parts.Count} parts; Mobbex takes {MaxParts} at most.", name);
        }

        for (var i = 0; i < parts.Count; i++)
        {
            var (part, at) = (parts[i], $"{name}[{i}]");
            if (string.IsNullOrWhiteSpace(part.Entity) == string.IsNullOrWhiteSpace(part.TaxId))
            {
                throw new ArgumentException("Set either the merchant's Entity or its TaxId.", $"{at}.{nameof(part.Entity)}");
            }

            MobbexChecks.Amount(part.Total, $"{at}.{nameof(part.Total)}");
            MobbexChecks.AmountOrZero(part.Fee, $"{at}.{nameof(part.Fee)}");
        }

        var sum = parts.Sum(static part => part.Total);
        if (sum != request.Total)
        {
            throw new ArgumentException($"The parts sum to {sum}, not to the total of {request.Total}.", name);
        }
    }

    private static void Merchants(MobbexCheckoutRequest request, string name)
    {
        if (request.Multivendor is not null && request.Merchants is not { Count: > 0 })
        {
            throw new ArgumentException("It is required with Multivendor: name the merchants.", name);
        }

        for (var i = 0; i < request.Merchants?.Count; i++)
        {
            MobbexChecks.Text(request.Merchants[i].Uid, $"{name}[{i}].{nameof(MobbexMerchant.Uid)}");
        }
    }

    private static void Wallet(MobbexCheckoutRequest request, string name)
    {
        if (request.Wallet == true)
        {
            MobbexChecks.Text(request.Customer.Uid, $"{name}.{nameof(request.Customer)}.{nameof(MobbexCustomer.Uid)}");
            MobbexChecks.Text(request.Options?.Domain, $"{name}.{nameof(request.Options)}.{nameof(MobbexCheckoutOptions.Domain)}");
        }
    }

    private static void Travel(MobbexTravel travel, string name)
    {
        MobbexChecks.OneOf(travel.Type, $"{name}.{nameof(travel.Type)}", MobbexTravel.Airline, MobbexTravel.Bus, MobbexTravel.Cruise);
        MobbexChecks.Date(travel.TravelDate, $"{name}.{nameof(travel.TravelDate)}", needsYear: true);
        MobbexChecks.Text(travel.Origin, $"{name}.{nameof(travel.Origin)}");
        MobbexChecks.Text(travel.Destination, $"{name}.{nameof(travel.Destination)}");
        for (var i = 0; i < travel.Passengers?.Count; i++)
        {
            MobbexChecks.Text(travel.Passengers[i].Name, $"{name}.{nameof(travel.Passengers)}[{i}].{nameof(MobbexPassenger.Name)}");
        }
    }
}
