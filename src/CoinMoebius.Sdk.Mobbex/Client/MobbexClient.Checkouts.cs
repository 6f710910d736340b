using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Client;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <content>Checkouts, payment links and customers who save cards.</content>
partial class MobbexClient
{
    /// <inheritdoc/>
    public Task<MobbexCheckout> CreateCheckoutAsync(MobbexCheckoutRequest request, CancellationToken cancellationToken = default)
    {
        MobbexCheckoutChecks.Check(request, nameof(request));
        var body = request with { Test = request.Test ?? Options.Test };
        return SendAsync(
            WithHeaders(Post("p/checkout", body, MobbexJson.Default.MobbexCheckoutRequest)),
            static (body, json) => MobbexEnvelope.ReadPayload(body, json) is { Id.Length: > 0, Url: not null } checkout
                ? checkout
                : throw new AnswerException("is no checkout with a page that is https"),
            MobbexJson.Default.MobbexCheckout, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> DeleteCheckoutAsync(string checkoutId, CancellationToken cancellationToken = default) =>
        ActAsync(ApiCall.Delete($"p/checkout/{Segment(checkoutId)}"), cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexPaymentOrder> CreatePaymentOrderAsync(MobbexPaymentOrderRequest request, CancellationToken cancellationToken = default)
    {
        MobbexPaymentOrderChecks.Check(request, nameof(request));

        // Unlike elsewhere it is only inferred that there is such a member, so it is not sent without need.
        var isTest = request.Test ?? Options.Test;
        var body = request with { Test = isTest ? true : null };
        return ReadAsync(Post("p/payment_order", body, MobbexJson.Default.MobbexPaymentOrderRequest), MobbexJson.Default.MobbexPaymentOrder, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexWalletCustomer> CreateWalletCustomerAsync(MobbexWalletCustomerRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        MobbexChecks.Text(request.Reference, $"{nameof(request)}.{nameof(request.Reference)}");
        MobbexRequestChecks.Customer(request.Customer, $"{nameof(request)}.{nameof(request.Customer)}");
        MobbexRequestChecks.Texts(request.Features, $"{nameof(request)}.{nameof(request.Features)}");
        var body = request with { Test = request.Test ?? Options.Test };
        return ReadAsync(Post("p/wallet", body, MobbexJson.Default.MobbexWalletCustomerRequest), MobbexJson.Default.MobbexWalletCustomer, cancellationToken);
    }
}
