namespace CoinMoebius.Sdk;

/// <summary>What a buyer wants to buy, and the provider to pay through.</summary>
public sealed record CheckoutRequest
{
    /// <summary>The provider that takes the money. It must be switched on in the project.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The id of a product in the project's catalogue.</summary>
    public required string ProductId { get; init; }

    /// <summary>
    /// Your own order, sent as <c>metadata.orderId</c>. Also pass it to <see cref="Webhooks.IPaymentLedger.ExpectAsync"/>: your handler then
    /// gets it in <see cref="Webhooks.WebhookContext.OrderReference"/>, independently of the provider's own reference.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>
    /// Your own opaque id of the buyer. It comes back on every webhook and stored transaction; sent as <c>metadata.customerRef</c>.
    /// </summary>
    public string? CustomerRef { get; init; }

    /// <summary>Texts that come back on webhooks, such as an order number. Do not put secrets or personal data here.</summary>
    public IDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The amount in major units of <see cref="Currency"/>, sent with its decimals. For products whose price the buyer chooses;
    /// otherwise the catalogue's price applies.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency code of <see cref="Amount"/>, for example <c>USD</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>The coin that the buyer pays with, for example <c>btc</c>, if the provider offers a choice.</summary>
    public string? PayCurrency { get; init; }

    /// <summary>Returns the provider and product, without the buyer.</summary>
    public override string ToString() => $"CheckoutRequest {Provider} {ProductId}";
}
