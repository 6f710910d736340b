using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Returns one options object, for use without a container. It validates on every read, since the object may change at any time.
/// </summary>
internal sealed class FixedOptionsMonitor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(TOptions options, PaymentProvider provider) : IOptionsMonitor<TOptions>
    where TOptions : WebhookOptions
{
    private readonly WebhookOptionsValidator<TOptions> _validator = new(provider);

    public TOptions CurrentValue => Get(null);

    /// <summary>Creates a monitor with valid options.</summary>
    /// <exception cref="OptionsValidationException">The options are invalid.</exception>
    public static FixedOptionsMonitor<TOptions> CreateValid(TOptions options, PaymentProvider provider)
    {
        ArgumentNullException.ThrowIfNull(options);
        var monitor = new FixedOptionsMonitor<TOptions>(options, provider);
        monitor.Get(null);
        return monitor;
    }

    public TOptions Get(string? name)
    {
        var result = _validator.Validate(name, options);
        return result.Succeeded ? options : throw new OptionsValidationException(name ?? "", typeof(TOptions), result.Failures);
    }

    public IDisposable? OnChange(Action<TOptions, string?> listener) => null;
}
