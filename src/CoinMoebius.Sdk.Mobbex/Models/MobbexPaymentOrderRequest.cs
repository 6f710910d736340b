using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A payment link to send to somebody. Source: mobbex.dev/link-de-pago.</summary>
public sealed record MobbexPaymentOrderRequest : ApiModel
{
    /// <summary>The amount in major units, above zero, with two decimals at most.</summary>
    public required decimal Total { get; init; }

    /// <summary>What the payer reads; 255 characters at most.</summary>
    public required string Description { get; init; }

    /// <summary>Where Mobbex mails the link; without it and <see cref="Phone"/> the link is only in the answer.</summary>
    public string? Email { get; init; }

    /// <summary>Where Mobbex sends the link as a message: the number without <c>0</c> and <c>15</c>.</summary>
    public string? Phone { get; init; }

    /// <summary>Your reference, unique.</summary>
    public string? Reference { get; init; }

    /// <summary>The last day to pay.</summary>
    public MobbexDate? Due { get; init; }

    /// <summary>Until when it can be paid late, and what that costs.</summary>
    public MobbexSecondDue? SecondDue { get; init; }

    /// <summary>What is shown with the payment; the documentation does not say what an entry holds.</summary>
    public IReadOnlyList<JsonObject>? Actions { get; init; }

    /// <summary>Where the browser returns to.</summary>
    [JsonPropertyName("return_url")]
    public Uri? ReturnUrl { get; init; }

    /// <summary>Where notifications go, as in <see cref="MobbexCheckoutRequest.Webhook"/>.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>One of <see cref="MobbexIntents"/>; or null.</summary>
    public string? Intent { get; init; }

    /// <summary>What is bought.</summary>
    public IReadOnlyList<MobbexItem>? Items { get; init; }

    /// <summary>How the page looks.</summary>
    public MobbexCheckoutOptions? Options { get; init; }

    /// <summary>The references of the only ways to pay; all unless set.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>
    /// True for the test mode; null for what <see cref="MobbexOptions.Test"/> says. That links have a test mode is inferred from the
    /// other requests.
    /// </summary>
    public bool? Test { get; init; }
}

/// <summary>Until when a payment link can be paid late.</summary>
public sealed record MobbexSecondDue : ApiModel
{
    /// <summary>The days after the first due date, 1 or more.</summary>
    public required int Days { get; init; }

    /// <summary>What is added to the total, in major units.</summary>
    public required decimal Surcharge { get; init; }
}
