using CoinMoebius.Sdk.Providers.Cryptomus;

namespace CoinMoebius.Sdk.Tests.Providers.Cryptomus;

/// <summary>A client that reads payments from a function and does nothing else.</summary>
internal sealed class StubCryptomus(Func<string, CancellationToken, Task<CryptomusPayment>> read) : ICryptomusClient
{
    public StubCryptomus(CryptomusPayment payment)
        : this((_, _) => Task.FromResult(payment))
    {
    }

    public List<string> Asked { get; } = [];

    public Task<CryptomusPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        Asked.Add(paymentId);
        return read(paymentId, cancellationToken);
    }

    public Task<CryptomusPayment> CreatePaymentAsync(CryptomusPaymentRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<CryptomusPayment> GetPaymentByOrderIdAsync(string orderId, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<CryptomusService>> GetServicesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task ResendWebhookAsync(string paymentId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task SendTestWebhookAsync(CryptomusTestWebhook webhook, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<RawResponse> SendRawAsync(RawRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
