using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk;

/// <summary>A payment or a subscription as the API reports it.</summary>
public sealed record Transaction
{
    /// <summary>The requested id, or the transaction's own <c>tx_…</c> when the response contains it.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string Id { get; init; } = "";

    /// <summary>
    /// The status. Subscriptions have their own statuses (<c>active</c>, <c>past_due</c>, <c>canceled</c>, <c>paused</c>), which
    /// are not final: wait for them with <see cref="WaitOptions.Until"/>.
    /// </summary>
    public PaymentStatus Status { get; init; }

    /// <summary>
    /// The amount in major units of <see cref="Currency"/>: the amount paid, for a refund the amount returned, for a partial payment the
    /// amount received. Null when unknown.
    /// </summary>
    [JsonConverter(typeof(LenientDecimalJsonConverter))]
    public decimal? Amount { get; init; }

    /// <summary>The currency code of <see cref="Amount"/>, or null.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Currency { get; init; }

    /// <summary>True for test mode; null when unknown.</summary>
    [JsonConverter(typeof(LenientBooleanJsonConverter))]
    public bool? IsTest { get; init; }

    /// <summary>When it was created, in UTC; null when unknown.</summary>
    [JsonConverter(typeof(LenientTimeJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC; null when unknown.</summary>
    [JsonConverter(typeof(LenientTimeJsonConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Further members of the response, for example <c>metadata</c>; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }

    /// <summary>The status that the webhook behind this state reverts (<see cref="PaymentStatusRules.TakenBackBy"/>); null for most.</summary>
    internal PaymentStatus? TakesBack { get; init; }

    /// <summary>Returns only the status; the text may be logged.</summary>
    public override string ToString() => $"Transaction {Status}";

    /// <summary>True when an observer that has seen <paramref name="other"/> needs a notification.</summary>
    internal bool DiffersFrom(Transaction? other) =>
        other is null || Status != other.Status || Amount != other.Amount || Currency != other.Currency;

    /// <summary>False for a late state that would step back behind <paramref name="other"/>.</summary>
    internal bool Replaces(Transaction? other) => other is null || PaymentStatusRules.Replaces(other.Status, Status, TakesBack);
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Transaction))]
internal sealed partial class TransactionJson : JsonSerializerContext;
