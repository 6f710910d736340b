using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk;

/// <summary>A payment or a subscription as the API knows it.</summary>
public sealed record Transaction
{
    /// <summary>The id it was asked for, or its own <c>tx_…</c> when the answer says so.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string Id { get; init; } = "";

    /// <summary>
    /// Where it stands. Subscriptions have states of their own (<c>active</c>, <c>past_due</c>, <c>canceled</c>, <c>paused</c>), which
    /// are not final: wait for them with <see cref="WaitOptions.Until"/>.
    /// </summary>
    public PaymentStatus Status { get; init; }

    /// <summary>
    /// The amount in major units of <see cref="Currency"/>: what was paid, for a refund what went back, for a partial payment what
    /// came. Null when unknown.
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

    /// <summary>What else the API says, for example <c>metadata</c>; null when nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }

    /// <summary>What the webhook that told this state takes back, as in <see cref="PaymentStatusRules.TakenBackBy"/>; null for most.</summary>
    internal PaymentStatus? TakesBack { get; init; }

    /// <summary>The status alone, so that the text may be logged.</summary>
    public override string ToString() => $"Transaction {Status}";

    /// <summary>True when a waiter should hear of it after <paramref name="other"/>.</summary>
    internal bool DiffersFrom(Transaction? other) =>
        other is null || Status != other.Status || Amount != other.Amount || Currency != other.Currency;

    /// <summary>False for late news that would step back behind <paramref name="other"/>.</summary>
    internal bool Replaces(Transaction? other) => other is null || PaymentStatusRules.Replaces(other.Status, Status, TakesBack);
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Transaction))]
internal sealed partial class TransactionJson : JsonSerializerContext;
