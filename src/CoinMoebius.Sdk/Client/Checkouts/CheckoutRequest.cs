namespace CoinMoebius.Sdk;

/// <summary>What a buyer wants to pay, and through whom.</summary>
public sealed record CheckoutRequest
{
    /// <summary>Who takes the money. The project must have the provider switched on.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The id of a product in the project's catalogue.</summary>
    public required string ProductId { get; init; }

    /// <summary>
    /// Your own order, sent as <c>metadata.orderId</c>. Note it with <see cref="Webhooks.IPaymentLedger.ExpectAsync"/> too: then your handler has it
    /// in <see cref="Webhooks.WebhookContext.OrderReference"/>, whatever the provider calls its own reference.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>
    /// Your own opaque id of the buyer. It comes back on every webhook and stored transaction; sent as <c>metadata.customerRef</c>.
    /// </summary>
    public string? CustomerRef { get; init; }

    /// <summary>Texts that come back on webhooks, such as an order number. Do not put secrets or personal data here.</summary>
    public IDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The amount in major units of <see cref="Currency"/>, sent with the decimals it has. For products whose price the buyer names;
    /// the catalogue's price wins otherwise.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency code of <see cref="Amount"/>, for example <c>USD</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>The coin the buyer pays with, where the provider lets one choose it, for example <c>btc</c>.</summary>
    public string? PayCurrency { get; init; }

    /// <summary>The provider and product; who buys stays out.</summary>
    public override string ToString() => $"CheckoutRequest {Provider} {ProductId}";
}
