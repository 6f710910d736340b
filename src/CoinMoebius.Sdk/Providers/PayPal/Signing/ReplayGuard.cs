using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>
/// Ends the start of an application in which one leaked delivery would be enough to forge others. PayPal signs no more of a body than its
/// CRC-32, so what tells a forged one is that its transmission id came before: on any node, before any restart.
/// </summary>
internal sealed class ReplayGuard(IServiceProvider services) : IValidateOptions<ReplayGuardStart>, IValidateOptions<PayPalWebhookOptions>
{
    private volatile bool _hasStarted;

    /// <summary>Judges an account when the application starts.</summary>
    public ValidateOptionsResult Validate(string? name, ReplayGuardStart options)
    {
        _hasStarted = true;
        var account = name ?? "";

        // What is unusable ends the start with sentences of its own.
        return Find(account) is { } found ? Result(account, [.. Failures(found), .. Twins(account, found)]) : ValidateOptionsResult.Success;
    }

    /// <summary>Judges options that change while the application runs. Those of an application that never starts are its caller's.</summary>
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
                    + "unless its transmission id is remembered across restarts and nodes. Call UseEntityFrameworkInbox<TContext>() of "
                    + "CoinMoebius.Sdk.EntityFrameworkCore, or set Mode to postback (with ClientId and ClientSecret), which lets PayPal judge each delivery. "
                    + "A pipeline of your own that remembers delivery ids registers an IWebhookDeliveryMemory.",
                ]
                : [];
        }

        // A transmission may come from a clock that is ahead, and is timely for that much longer.
        return memory.Retention is { } retention && retention - PayPalWebhookVerifier.ClockSkew <= options.MaximumAge
            ?
            [
                $"{memory.RetentionSetting} is {retention}, but must be more than five minutes longer than MaximumAge, which is {options.MaximumAge}: "
                + "a delivery that is forgotten while it still counts as timely can be forged. Raise the one or lower the other.",
            ]
            : [];
    }

    // Deliveries are remembered by account: one that is good for two accounts could be forged for the second.
    private IEnumerable<string> Twins(string account, PayPalWebhookOptions options) => services.GetServices<WebhookRegistration>()
        .Where(other => other.Provider == PaymentProvider.PayPal && string.CompareOrdinal(other.Account, account) < 0)
        .Select(static other => other.Account)
        .Distinct()
        .Where(other => Find(other)?.WebhookId == options.WebhookId)
        .Select(static other => $"WebhookId is that of account \"{other}\" as well. Give each account the id of its own webhook.");

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

/// <summary>Options without content: their validation at the start is the occasion to judge an account.</summary>
internal sealed class ReplayGuardStart;
