using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>The client of Cryptomus's payment API. With a container use <c>AddCryptomusClient</c>; without one keep a single instance.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed class CryptomusClient : ICryptomusClient, IDisposable
{
    private readonly ApiClient<CryptomusOptions> _api;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. Retries, time-outs and the credentials are added on top of it;
    /// turn off <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its base address and default headers are not touched; it is not disposed.</param>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public CryptomusClient(HttpClient httpClient, CryptomusOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<CryptomusOptions>.Over(httpClient, options, timeProvider))
    {
    }

    internal CryptomusClient(ApiConnection<CryptomusOptions> connection) => _api = new(connection);

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes so that changes of DNS are seen (on .NET
    /// Framework set <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep one for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public static CryptomusClient Create(CryptomusOptions options, TimeProvider? timeProvider = null) =>
        new(ApiConnection<CryptomusOptions>.Create(options, timeProvider));

    /// <inheritdoc/>
    public Task<CryptomusPayment> CreatePaymentAsync(CryptomusNewPayment payment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        payment.Validate(nameof(payment));
        var call = Post("v1/payment", payment, CryptomusJson.Default.CryptomusNewPayment);
        return _api.SendAsync(call, CryptomusAnswers.Payment, new PaymentKey { OrderId = payment.OrderId }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CryptomusPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        CryptomusChecks.PaymentId(paymentId, nameof(paymentId));
        return ReadPaymentAsync(new() { Uuid = paymentId }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CryptomusPayment> GetPaymentByOrderIdAsync(string orderId, CancellationToken cancellationToken = default)
    {
        CryptomusChecks.OrderId(orderId, "The order id", nameof(orderId));
        return ReadPaymentAsync(new() { OrderId = orderId }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CryptomusService>> GetServicesAsync(CancellationToken cancellationToken = default)
    {
        // Without parameters PHP prints an empty list, as Cryptomus's own library does.
        var call = new ApiCall(HttpMethod.Post, "v1/payment/services", "[]"u8.ToArray(), ApiRetry.Idempotent);
        return _api.SendAsync(call, static (body, _) => CryptomusAnswers.Services(body), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task ResendWebhookAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        CryptomusChecks.PaymentId(paymentId, nameof(paymentId));
        return _api.SendAsync(Post("v1/payment/resend", new() { Uuid = paymentId }, CryptomusJson.Default.PaymentKey), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SendTestWebhookAsync(CryptomusTestWebhook webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        webhook.Validate(nameof(webhook));
        return _api.SendAsync(Post("v1/test-webhook/payment", webhook, CryptomusJson.Default.CryptomusTestWebhook), cancellationToken);
    }

    /// <summary>Closes the connections of a client made with <see cref="Create"/>.</summary>
    public void Dispose() => _api.Dispose();

    private static ApiCall Post<T>(string path, T body, JsonTypeInfo<T> json, ApiRetry retry = ApiRetry.NotReceived) =>
        new(HttpMethod.Post, path, CryptomusBodies.Print(body, json), retry);

    private Task<CryptomusPayment> ReadPaymentAsync(PaymentKey key, CancellationToken cancellationToken) => _api.SendAsync(
        Post("v1/payment/info", key, CryptomusJson.Default.PaymentKey, ApiRetry.Idempotent), CryptomusAnswers.Payment, key, cancellationToken);
}
