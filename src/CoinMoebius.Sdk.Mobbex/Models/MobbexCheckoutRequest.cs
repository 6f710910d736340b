using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A request for a checkout. Source: mobbex.dev/checkout. The member <c>redirect</c> is missing because its type is uncertain; to send it,
/// use <see cref="ApiModel.AdditionalFields"/>.
/// </summary>
public sealed record MobbexCheckoutRequest : ApiModel
{
    /// <summary>The amount in major units of <see cref="Currency"/>, above zero, with two decimals at most.</summary>
    public required decimal Total { get; init; }

    /// <summary>The currency. The default is <c>ARS</c>, the only currency that the documentation allows.</summary>
    public string Currency { get => field ?? "ARS"; init; }

    /// <summary>The description that the payer sees, with at most 255 characters.</summary>
    public required string Description { get; init; }

    /// <summary>The merchant's unique reference of the order, with at most 255 characters. Mobbex refuses a second paid operation with it.</summary>
    public required string Reference { get; init; }

    /// <summary>True for test mode; null uses <see cref="MobbexOptions.Test"/>.</summary>
    public bool? Test { get; init; }

    /// <summary>The page to which the browser returns. Its query is not signed: use it for display only, and decide by the operation.</summary>
    [JsonPropertyName("return_url")]
    public Uri? ReturnUrl { get; init; }

    /// <summary>
    /// The address for notifications: https, or http on a loopback address. Mobbex does not sign notifications, so the address must hold a
    /// token (see <see cref="MobbexWebhookUrl"/>).
    /// </summary>
    public Uri? Webhook { get; init; }

    /// <summary>The statuses to notify, one of <see cref="MobbexWebhooksTypes"/>; all by default.</summary>
    public string? WebhooksType { get; init; }

    /// <summary>The items, as the payer sees them.</summary>
    public IReadOnlyList<MobbexItem>? Items { get; init; }

    /// <summary>The look and behaviour of the checkout.</summary>
    public MobbexCheckoutOptions? Options { get; init; }

    /// <summary>The references of the allowed payment methods, for example <c>visa</c>; all by default.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>The offered instalment plans; all by default.</summary>
    public IReadOnlyList<MobbexInstallment>? Installments { get; init; }

    /// <summary>The customer; name, email and identification are required.</summary>
    public required MobbexCustomer Customer { get; init; }

    /// <summary>
    /// The split of the payment, with at most 100 parts, whose totals must sum to <see cref="Total"/>. It excludes
    /// <see cref="Multicard"/>.
    /// </summary>
    public IReadOnlyList<MobbexSplit>? Split { get; init; }

    /// <summary>The lifetime of the checkout in minutes, at least 1. The default is 60.</summary>
    public int? Timeout { get; init; }

    /// <summary>One of <see cref="MobbexIntents"/>; the default is <see cref="MobbexIntents.Payment"/>.</summary>
    public string? Intent { get; init; }

    /// <summary>True to let the payer use several cards. It excludes <see cref="Split"/>.</summary>
    public bool? Multicard { get; init; }

    /// <summary>The billing and shipping addresses.</summary>
    public IReadOnlyList<MobbexAddress>? Addresses { get; init; }

    /// <summary>One of <see cref="MobbexMultivendor"/> to sell for several merchants; requires <see cref="Merchants"/>.</summary>
    public string? Multivendor { get; init; }

    /// <summary>The merchants that sell the items.</summary>
    public IReadOnlyList<MobbexMerchant>? Merchants { get; init; }

    /// <summary>True to offer saved cards; requires a customer with <c>uid</c>, and <see cref="MobbexCheckoutOptions.Domain"/>.</summary>
    public bool? Wallet { get; init; }

    /// <summary>True to return the payment methods in the response.</summary>
    public bool? PaymentMethods { get; init; }

    /// <summary>The journey, for airlines, buses and cruises.</summary>
    public MobbexTravel? Travel { get; init; }
}
