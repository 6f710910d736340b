using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Webhooks.StandardWebhooks;

/// <summary>Validates the options of every registered service. They share a class, so the errors name the service by the options' name.</summary>
internal sealed class StandardWebhooksOptionsValidator : IValidateOptions<StandardWebhooksOptions>
{
    private const char Separator = '/';

    /// <summary>Returns the name of the options of one account of a service.</summary>
    public static string NameOf(PaymentProvider provider, string account) =>
        account.Length == 0 ? provider.Value : provider.Value + Separator + account;

    public ValidateOptionsResult Validate(string? name, StandardWebhooksOptions options)
    {
        var parts = (name ?? "").Split([Separator], 2);
        return new WebhookOptionsValidator<StandardWebhooksOptions>(new PaymentProvider(parts[0])).Validate(parts.ElementAtOrDefault(1), options);
    }
}
