using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A request for a payment link. Source: mobbex.dev/link-de-pago.</summary>
public sealed record MobbexPaymentOrderRequest : ApiModel
{
    /// <summary>The amount in major units, above zero, with two decimals at most.</summary>
    public required decimal Total { get; init; }

    /// <summary>The description that the payer sees, with at most 255 characters.</summary>
    public required string Description { get; init; }

    /// <summary>The address to which Mobbex emails the link; without it and <see cref="Phone"/> only the response has the link.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number to which Mobbex sends the link as a message, without <c>0</c> and <c>15</c>.</summary>
    public string? Phone { get; init; }

    /// <summary>The merchant's unique reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The due date.</summary>
    public MobbexDate? Due { get; init; }

    /// <summary>The late payment period and its surcharge.</summary>
    public MobbexSecondDue? SecondDue { get; init; }

    /// <summary>The actions that Mobbex shows with the payment; the documentation does not describe an entry.</summary>
    public IReadOnlyList<JsonObject>? Actions { get; init; }

    /// <summary>The page to which the browser returns.</summary>
    [JsonPropertyName("return_url")]
    public Uri? ReturnUrl { get; init; }

    /// <summary>The address for notifications, as in <see cref="MobbexCheckoutRequest.Webhook"/>.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>One of <see cref="MobbexIntents"/>; or null.</summary>
    public string? Intent { get; init; }

    /// <summary>The items.</summary>
    public IReadOnlyList<MobbexItem>? Items { get; init; }

    /// <summary>The look of the page.</summary>
    public MobbexCheckoutOptions? Options { get; init; }

    /// <summary>The references of the allowed payment methods; all by default.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>
    /// True for test mode; null uses <see cref="MobbexOptions.Test"/>. The test mode of links is inferred from the other requests.
    /// </summary>
    public bool? Test { get; init; }
}

/// <summary>The late payment period of a payment link.</summary>
public sealed record MobbexSecondDue : ApiModel
{
    /// <summary>The number of days after the first due date, at least 1.</summary>
    public required int Days { get; init; }

    /// <summary>The amount added to the total, in major units.</summary>
    public required decimal Surcharge { get; init; }
}
