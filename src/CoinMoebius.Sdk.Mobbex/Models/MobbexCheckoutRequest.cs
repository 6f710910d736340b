using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// What a payer is asked for. Source: mobbex.dev/checkout. The member <c>redirect</c> is left out, as its type is not certain; see
/// <see cref="ApiModel.AdditionalFields"/>.
/// </summary>
public sealed record MobbexCheckoutRequest : ApiModel
{
    /// <summary>The amount in major units of <see cref="Currency"/>, above zero, with two decimals at most.</summary>
    public required decimal Total { get; init; }

    /// <summary>The currency. <c>ARS</c> unless set, which is the only one the documentation admits.</summary>
    public string Currency { get => field ?? "ARS"; init; }

    /// <summary>What the payer reads; 255 characters at most.</summary>
    public required string Description { get; init; }

    /// <summary>Your reference of the order, unique, 255 characters at most: Mobbex refuses a second paid operation with it.</summary>
    public required string Reference { get; init; }

    /// <summary>True for the test mode; null for what <see cref="MobbexOptions.Test"/> says.</summary>
    public bool? Test { get; init; }

    /// <summary>Where the browser returns to. What arrives there is not signed: show it, and decide by the operation.</summary>
    [JsonPropertyName("return_url")]
    public Uri? ReturnUrl { get; init; }

    /// <summary>
    /// Where notifications go: https, or http to a loopback address. Mobbex signs nothing, so this address carries a token of yours.
    /// </summary>
    public Uri? Webhook { get; init; }

    /// <summary>Which statuses are notified, one of <see cref="MobbexWebhooksTypes"/>; all unless set.</summary>
    public string? WebhooksType { get; init; }

    /// <summary>What is bought, as the payer sees it.</summary>
    public IReadOnlyList<MobbexItem>? Items { get; init; }

    /// <summary>How the checkout looks and behaves.</summary>
    public MobbexCheckoutOptions? Options { get; init; }

    /// <summary>The references of the only ways to pay, for example <c>visa</c>; all unless set.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>Which instalment plans are offered; all unless set.</summary>
    public IReadOnlyList<MobbexInstallment>? Installments { get; init; }

    /// <summary>The customer; name, email and identification are required.</summary>
    public required MobbexCustomer Customer { get; init; }

    /// <summary>
    /// How the money is divided, 100 parts at most; the totals must sum to <see cref="Total"/>. Not together with
    /// <see cref="Multicard"/>.
    /// </summary>
    public IReadOnlyList<MobbexSplit>? Split { get; init; }

    /// <summary>The minutes the checkout lives, 1 or more. 60 unless set.</summary>
    public int? Timeout { get; init; }

    /// <summary>One of <see cref="MobbexIntents"/>; <see cref="MobbexIntents.Payment"/> unless set.</summary>
    public string? Intent { get; init; }

    /// <summary>True to let the payer use several cards. Not together with <see cref="Split"/>.</summary>
    public bool? Multicard { get; init; }

    /// <summary>Where to bill and to ship.</summary>
    public IReadOnlyList<MobbexAddress>? Addresses { get; init; }

    /// <summary>One of <see cref="MobbexMultivendor"/> to sell for several merchants; needs <see cref="Merchants"/>.</summary>
    public string? Multivendor { get; init; }

    /// <summary>The merchants whose items these are.</summary>
    public IReadOnlyList<MobbexMerchant>? Merchants { get; init; }

    /// <summary>True to offer saved cards; needs a customer with <c>uid</c>, and <see cref="MobbexCheckoutOptions.Domain"/>.</summary>
    public bool? Wallet { get; init; }

    /// <summary>True to have the ways to pay in the answer.</summary>
    public bool? PaymentMethods { get; init; }

    /// <summary>The journey, for airlines, buses and cruises.</summary>
    public MobbexTravel? Travel { get; init; }
}
