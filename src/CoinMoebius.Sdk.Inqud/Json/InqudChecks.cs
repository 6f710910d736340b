using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud.Json;

/// <summary>Validates requests before they are sent.</summary>
internal static class InqudChecks
{
    public static InqudAmount Price(decimal amount, string currency)
    {
        if (amount <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), "The price must be above zero. Use NoPrice to let the payer decide.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        return new() { Amount = amount, Currency = CurrencyUnits.Upper(currency.Trim()) };
    }

    /// <inheritdoc cref="AdditionalMembers.RequireUnknown"/>
    public static void NoMemberTwice<T>(T request, string parameterName)
        where T : ApiModel =>
        AdditionalMembers.RequireUnknown(request.AdditionalFields, InqudJson.Info<T>(), parameterName);
}
