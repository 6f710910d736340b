using System.Diagnostics;
using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a card payment.</summary>
public sealed record CoinflowCardInfo : ApiModel
{
    /// <summary>The status of the payment.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The bank's code.</summary>
    public string? AuthCode { get; init; }

    /// <summary>The processor.</summary>
    public string? Processor { get; init; }

    /// <summary>The card's last four digits.</summary>
    public string? Last4 { get; init; }

    /// <summary>The brand: <c>VISA</c>, <c>MSTR</c>, <c>AMEX</c> or <c>DISC</c>.</summary>
    public string? CardType { get; init; }

    /// <summary>The card's token, to pay with it again.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; init; }

    /// <summary><c>applePay</c> or <c>googlePay</c>; or null.</summary>
    public string? MobileWallet { get; init; }

    /// <summary>True when the money was only authorized.</summary>
    public bool? AuthOnly { get; init; }

    /// <summary>The origin of the card: <c>MOBILE</c>, <c>SAVED</c>, <c>NEW</c>, <c>MIT</c> or <c>COF</c>.</summary>
    public string? StoredTransactionType { get; init; }

    /// <summary>The payment that first used the card, or null.</summary>
    public string? OriginalPaymentId { get; init; }

    /// <summary><c>Required</c>, <c>Exempt</c> or <c>NotApplicable</c>.</summary>
    public string? Processed3DS { get; init; }

    /// <summary>Further details, in the API's format.</summary>
    public JsonElement? EnhancedTxInfo { get; init; }
}
