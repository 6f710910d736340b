using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payer's dispute of a payment.</summary>
public sealed record CoinflowChargeback : ApiModel
{
    /// <summary>The dispute's id.</summary>
    public string ChargebackId { get => field ?? ""; init; }

    /// <summary>The bank's reason.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The description of the reason.</summary>
    public string? ReasonDescription { get; init; }

    /// <summary>The merchant's deadline for a response.</summary>
    public DateTimeOffset? RespondByDate { get; init; }

    /// <summary>True when the merchant has responded.</summary>
    public bool? Responded { get; init; }

    /// <summary>The fee for the dispute, in minor units.</summary>
    public long? ChargebackFeeCents { get; init; }

    /// <summary>When it was decided, or null.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The payment.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowPayment>))]
    public CoinflowPayment? Payment { get; init; }
}
