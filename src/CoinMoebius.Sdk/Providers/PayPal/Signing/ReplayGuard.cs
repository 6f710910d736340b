using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>
/// Fails the start of an application in which one leaked delivery would be enough to forge others. PayPal signs only a CRC-32 of the body,
/// so a forged delivery is only recognizable by a transmission id that was seen before: on any node, before any restart.
/// </summary>
internal sealed class ReplayGuard(IServiceProvider services) : IValidateOptions<ReplayGuardStart>, IValidateOptions<PayPalWebhookOptions>
{
    private volatile bool _hasStarted;

    /// <summary>Validates an account when the application starts.</summary>
    public ValidateOptionsResult Validate(string? name, ReplayGuardStart options)
    {
        _hasStarted = true;
        var account = name ?? "";

        // Invalid options fail the start with their own messages.
        return Find(account) is { } found ? Result(account, [.. Failures(found), .. SharedWebhookIds(account, found)]) : ValidateOptionsResult.Success;
    }

    /// <summary>Validates options that change while the application runs. Without a started host, the caller is responsible.</summary>
    public ValidateOptionsResult Validate(string? name, PayPalWebhookOptions options) =>
        _hasStarted ? Result(name ?? "", Failures(options)) : ValidateOptionsResult.Success;

    private IReadOnlyCollection<string> Failures(PayPalWebhookOptions options)
    {
        if (services.GetService<IWebhookDeliveryMemory>() is not { } memory)
        {
            return options.Mode == PayPalVerificationMode.LocalCertificate
                ?
                [
                    "Mode is localCertificate, which needs the durable inbox. PayPal signs a CRC-32 of the body, which can be forged from one leaked delivery "
                    + "unless the inbox keeps its transmission id across restarts and nodes. Call UseEntityFrameworkInbox<TContext>() of "
                    + "CoinMoebius.Sdk.EntityFrameworkCore, or set Mode to postback (with ClientId and ClientSecret), which lets PayPal verify each delivery. "
                    + "Your own pipeline that keeps delivery ids must register an IWebhookDeliveryMemory.",
                ]
                : [];
        }

        // The sender's clock may be ahead, and the transmission is then timely for longer.
        return memory.Retention is { } retention && retention - PayPalWebhookVerifier.ClockSkew <= options.MaximumAge
            ?
            [
                $"{memory.RetentionSetting} is {retention}, but must be more than five minutes longer than MaximumAge, which is {options.MaximumAge}: "
                + "a delivery that the inbox forgets while it still counts as timely can be forged. Raise the former or lower the latter.",
            ]
            : [];
    }

    // Deliveries are stored by account: one that is valid for two accounts could be forged for the second.
    private IEnumerable<string> SharedWebhookIds(string account, PayPalWebhookOptions options) => services.GetServices<WebhookRegistration>()
        .Where(other => other.Provider == PaymentProvider.PayPal && string.CompareOrdinal(other.Account, account) < 0)
        .Select(static other => other.Account)
        .Distinct()
        .Where(other => Find(other)?.WebhookId == options.WebhookId)
        .Select(static other => $"WebhookId is the same as that of account \"{other}\". Set each account's id to that of its own webhook.");

    private PayPalWebhookOptions? Find(string account)
    {
        try
        {
            return services.GetRequiredService<IOptionsMonitor<PayPalWebhookOptions>>().Get(account);
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }

    private static ValidateOptionsResult Result(string account, IReadOnlyCollection<string> failures)
    {
        var whose = account.Length == 0 ? "" : $" (account \"{account}\")";
        return failures.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures.Select(failure => $"{PaymentProvider.PayPal} webhooks{whose}: {failure}"));
    }
}

/// <summary>Empty options whose validation at the start validates an account.</summary>
internal sealed class ReplayGuardStart;
