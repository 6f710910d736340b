using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Known details of a payment's card and payer. All of them are personal data.</summary>
public sealed record CoinflowPaymentDetails : ApiModel
{
    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Street and number.</summary>
    public string? StreetAddress { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The postal code.</summary>
    public string? Zip { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The card's first digits.</summary>
    public string? Bin { get; init; }

    /// <summary>The IP address.</summary>
    public string? Ip { get; init; }

    /// <summary>The browser.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The month of expiry.</summary>
    public string? ExpMonth { get; init; }

    /// <summary>The year of expiry.</summary>
    public string? ExpYear { get; init; }

    /// <summary>The electronic commerce indicator.</summary>
    public string? Eci { get; init; }

    /// <summary>The bank's result for the address.</summary>
    public string? AvsResponseCode { get; init; }

    /// <summary>The bank's result for the security code: <c>M</c>, <c>N</c>, <c>P</c>, <c>S</c>, <c>U</c> or <c>X</c>.</summary>
    public string? CvvResponseCode { get; init; }

    /// <summary>The origin of the card, in the API's format.</summary>
    public JsonElement? BinLocation { get; init; }

    /// <summary>The location of the IP address, in the API's format.</summary>
    public JsonElement? IpLocation { get; init; }

    /// <summary>The routing, in the API's format.</summary>
    public JsonElement? OrchestrationInfo { get; init; }

    /// <summary>The device, in the API's format.</summary>
    public JsonElement? DeviceInfo { get; init; }

    /// <summary>The outcome of 3-D Secure, in the API's format.</summary>
    public JsonElement? SecureDS { get; init; }
}

/// <summary>The response of <c>GET /merchant/payments/enhanced/{paymentId}</c>.</summary>
internal sealed record CoinflowPaymentDetailsAnswer
{
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowPaymentDetails>))]
    public CoinflowPaymentDetails? Info { get; init; }
}
