using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Providers.Inqud;

/// <summary>What is checked before it is sent.</summary>
internal static class InqudChecks
{
    public static InqudAmount Price(decimal amount, string currency)
    {
        if (amount <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), "The price must be above zero; use NoPrice to let the payer decide.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        return new() { Amount = amount, Currency = CurrencyUnits.Upper(currency.Trim()) };
    }

    /// <exception cref="ArgumentException">It is not a page.</exception>
    public static void ReturnUrl(Uri? returnUrl, string parameterName)
    {
        if (returnUrl is not null && !(returnUrl.IsAbsoluteUri && (returnUrl.Scheme == Uri.UriSchemeHttps || returnUrl.Scheme == Uri.UriSchemeHttp)))
        {
            throw new ArgumentException("ReturnUrl must be absolute, with https or http.", parameterName);
        }
    }

    /// <summary>Refuses a member that would be there twice: such JSON means something else to each reader.</summary>
    /// <exception cref="ArgumentException">The message names the member.</exception>
    public static void NoMemberTwice<T>(T request, string parameterName)
        where T : ApiModel
    {
        if (request.AdditionalFields is { Count: > 0 } additional
            && InqudJson.Info<T>().Properties.FirstOrDefault(property => !property.IsExtensionData && additional.ContainsKey(property.Name)) is { } twice)
        {
            throw new ArgumentException($"AdditionalFields holds \"{twice.Name}\", which has a property of its own: set that.", parameterName);
        }
    }
}
