using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Finds the clients with which verifiers confirm deliveries: those of the same account, registered beside the webhooks.</summary>
internal static class ConfirmingClients
{
    /// <summary>Returns the client of an account, or null.</summary>
    public static TClient? Find<TClient>(IServiceProvider services, string account)
        where TClient : class =>
        account.Length == 0 ? services.GetService<TClient>() : services.GetKeyedService<TClient>(account);

    /// <summary>Fails start-up when an account needs a client and has none.</summary>
    /// <param name="services">The services.</param>
    /// <param name="isNeeded">True when the options need it.</param>
    /// <param name="failure">The sentence for an account without one.</param>
    public static void RequireConfirmingClient<TOptions, TClient>(
        this IServiceCollection services, Func<TOptions, bool> isNeeded, Func<string, string> failure)
        where TOptions : WebhookOptions
        where TClient : class
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, Validator<TOptions, TClient>>(
            provider => new(provider, isNeeded, failure)));
    }

    /// <summary>Returns the message for an account that needs a client for confirmation and has none.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="client">The name in <c>Add{client}Client</c> and <c>I{client}Client</c>.</param>
    /// <param name="account">The account; empty for the only one.</param>
    /// <param name="option">The option that requires it, for example <c>ConfirmPayments is true, which …</c>.</param>
    /// <param name="otherwise">The alternative without a client.</param>
    public static string Missing(PaymentProvider provider, string client, string account, string option, string otherwise)
    {
        var call = account.Length == 0 ? $"Add{client}Client(…)" : $"Add{client}Client(\"{account}\", …)";
        return $"{provider} webhooks: {option}, but there is no I{client}Client to do it. Call {call} on the services, "
            + $"or pass the client to the verifier, or {otherwise}.";
    }

    private sealed class Validator<TOptions, TClient>(IServiceProvider services, Func<TOptions, bool> isNeeded, Func<string, string> failure)
        : IValidateOptions<TOptions>
        where TOptions : WebhookOptions
        where TClient : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options) =>
            isNeeded(options) && Find<TClient>(services, name ?? "") is null
                ? ValidateOptionsResult.Fail(failure(name ?? ""))
                : ValidateOptionsResult.Success;
    }
}
