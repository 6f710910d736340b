using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Runs <see cref="WebhookOptions.Validate"/> and adds the provider and account to the errors.</summary>
internal sealed class WebhookOptionsValidator<TOptions>(PaymentProvider provider) : IValidateOptions<TOptions>
    where TOptions : WebhookOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var failures = new List<string>();
        options.Validate(failures);
        if (failures.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var account = string.IsNullOrEmpty(name) ? "" : $" (account \"{name}\")";
        return ValidateOptionsResult.Fail(failures.Select(failure => $"{provider} webhooks{account}: {failure}"));
    }
}
