using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>The client of Cryptomus's payment API. With a container use <c>AddCryptomusClient</c>; without one keep a single instance.</summary>
public sealed class CryptomusClient : ApiClient<CryptomusOptions>, ICryptomusClient
{
    /// <inheritdoc/>
    public CryptomusClient(HttpClient httpClient, CryptomusOptions options, TimeProvider? timeProvider = null)
        : base(httpClient, options, timeProvider)
    {
    }

    /// <inheritdoc/>
    public CryptomusClient(CryptomusOptions options, TimeProvider? timeProvider = null)
        : base(options, timeProvider)
    {
    }

    internal CryptomusClient(ApiConnection<CryptomusOptions> connection)
        : base(connection)
    {
    }

    /// <inheritdoc/>
    public Task<CryptomusPayment> CreatePaymentAsync(CryptomusPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate(nameof(request));
        var call = Post("v1/payment", request, CryptomusJson.Default.CryptomusPaymentRequest);
        return SendAsync(call, CryptomusAnswers.Payment, new PaymentKey { OrderId = request.OrderId }, cancellationToken);
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
        return SendAsync(call, static (body, _) => CryptomusAnswers.Services(body), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task ResendWebhookAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        CryptomusChecks.PaymentId(paymentId, nameof(paymentId));
        return SendAsync(Post("v1/payment/resend", new() { Uuid = paymentId }, CryptomusJson.Default.PaymentKey), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SendTestWebhookAsync(CryptomusTestWebhook webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        webhook.Validate(nameof(webhook));
        return SendAsync(Post("v1/test-webhook/payment", webhook, CryptomusJson.Default.CryptomusTestWebhook), cancellationToken);
    }

    private static ApiCall Post<T>(string path, T body, JsonTypeInfo<T> json, ApiRetry retry = ApiRetry.NotReceived) =>
        new(HttpMethod.Post, path, CryptomusBodies.Print(body, json), retry);

    private Task<CryptomusPayment> ReadPaymentAsync(PaymentKey key, CancellationToken cancellationToken) => SendAsync(
        Post("v1/payment/info", key, CryptomusJson.Default.PaymentKey, ApiRetry.Idempotent), CryptomusAnswers.Payment, key, cancellationToken);
}
