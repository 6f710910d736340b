using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// An entry of the list that says which instalment plans are offered: the only ones, a hidden one, or a special one. Source:
/// mobbex.dev/checkout.
/// </summary>
/// <remarks>An open value, compared ordinally. <c>default</c> is the empty text, which is refused.</remarks>
[JsonConverter(typeof(MobbexInstallmentJsonConverter))]
public readonly record struct MobbexInstallment
{
    private const string HidePrefix = "-";
    private const string PlanPrefix = "+uid:";

    private readonly string? _value;

    /// <summary>Wraps a text as it stands on the wire.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public MobbexInstallment(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Offers this plan, and of those not named none: <c>ahora_12</c>, or the number of instalments.</summary>
    /// <param name="reference">The reference of the plan.</param>
    /// <exception cref="ArgumentException"><paramref name="reference"/> is blank, or begins like another kind of entry.</exception>
    public static MobbexInstallment Only(string reference) => new(Plain(reference, nameof(reference)));

    /// <summary>Hides this plan, and leaves the others.</summary>
    /// <param name="reference">The reference of the plan.</param>
    /// <exception cref="ArgumentException"><paramref name="reference"/> is blank, or begins like another kind of entry.</exception>
    public static MobbexInstallment Hide(string reference) => new(HidePrefix + Plain(reference, nameof(reference)));

    /// <summary>Adds a special plan, one of an advanced rule: <see cref="IMobbexClient.GetRuleInstallmentsAsync"/> lists them.</summary>
    /// <param name="planUid">The id of the plan.</param>
    /// <exception cref="ArgumentException"><paramref name="planUid"/> is blank.</exception>
    public static MobbexInstallment AddPlan(string planUid)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(planUid);
        return new(PlanPrefix + planUid);
    }

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(MobbexInstallment other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The text of this value.</summary>
    public override string ToString() => Value;

    private static string Plain(string reference, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference, parameterName);
        return reference[0] is '-' or '+'
            ? throw new ArgumentException("Give the plan's bare reference; the method adds what belongs before it.", parameterName)
            : reference;
    }
}

internal sealed class MobbexInstallmentJsonConverter() : OpenValueJsonConverter<MobbexInstallment>(static text => new(text), static value => value.Value);
