using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// A verifier that reads its options for each delivery, so that a changed secret applies without a restart. Derive from it for your own
/// provider.
/// </summary>
/// <typeparam name="TOptions">The provider's options.</typeparam>
public abstract class WebhookVerifier<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>
    : IWebhookVerifier, IWebhookBodyLimit
    where TOptions : WebhookOptions
{
    private readonly IOptionsMonitor<TOptions> _options;

    /// <summary>Creates a verifier with one options object, for use without a container.</summary>
    /// <param name="provider">The provider whose deliveries it verifies.</param>
    /// <param name="options">The options; changes to the object apply from the next delivery.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    protected WebhookVerifier(PaymentProvider provider, TOptions options, TimeProvider? timeProvider = null)
        : this(provider, FixedOptionsMonitor<TOptions>.CreateValid(options, provider), Options.DefaultName, timeProvider)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="provider">The provider whose deliveries it verifies.</param>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    protected WebhookVerifier(PaymentProvider provider, IOptionsMonitor<TOptions> options, string optionsName, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(optionsName);
        _options = options;
        OptionsName = optionsName;
        Provider = provider;
        TimeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public PaymentProvider Provider { get; }

    /// <inheritdoc/>
    public int MaxBodySize => Current.MaxBodySize;

    /// <summary>The current options.</summary>
    /// <exception cref="OptionsValidationException">The options have become invalid.</exception>
    protected internal TOptions Current => _options.Get(OptionsName);

    /// <summary>The clock.</summary>
    protected internal TimeProvider TimeProvider { get; }

    /// <summary>The name of the options, which is the account; empty for the only account.</summary>
    private protected string OptionsName { get; }

    /// <inheritdoc/>
    public abstract ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// True for a body above <see cref="WebhookOptions.MaxBodySize"/>. Check it before anything else: senders choose the size of a body.
    /// </summary>
    /// <param name="request">The delivery.</param>
    protected bool IsTooLarge(WebhookRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Body.Length > BodyLimit.Least && request.Body.Length > MaxBodySize;
    }

    /// <summary>
    /// Maps the JSON body of a delivery that you have authenticated. The event gets the provider and the body, and an id derived from the body
    /// if the mapper leaves <see cref="WebhookEvent.EventId"/> empty. <see cref="WebhookOptions.Owners"/> and
    /// <see cref="WebhookOptions.AcceptTest"/> apply to it.
    /// </summary>
    /// <param name="request">The authentic delivery.</param>
    /// <param name="map">
    /// Creates the event. It may throw the exceptions of <see cref="JsonElement"/>, parsers and constructors for a value that is missing, of
    /// another kind or out of range: the event then becomes an <see cref="UnmappedEvent"/>, so that no authentic delivery is lost. The element
    /// is invalid afterwards.
    /// </param>
    /// <returns>The event, or <see cref="WebhookVerdict.MalformedBody"/> for a body that is not JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or <paramref name="map"/> is null.</exception>
    protected WebhookVerification Map(WebhookRequest request, Func<JsonElement, WebhookEvent> map)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(map);
        return Current.Admit(EventMapping.Run(Provider, request.Body, map));
    }
}
