using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// An entry in the list of offered instalment plans: an allowed plan, a hidden plan, or a special plan. Source: mobbex.dev/checkout.
/// </summary>
/// <remarks>An open value, compared ordinally. <c>default</c> is the empty text, which the client refuses.</remarks>
[JsonConverter(typeof(MobbexInstallmentJsonConverter))]
public readonly record struct MobbexInstallment
{
    private const string HidePrefix = "-";
    private const string PlanPrefix = "+uid:";

    private readonly string? _value;

    /// <summary>Creates a value from its text in the API.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public MobbexInstallment(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The text of this value; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Offers only the plans that are listed this way: <c>ahora_12</c>, or the number of instalments.</summary>
    /// <param name="reference">The reference of the plan.</param>
    /// <exception cref="ArgumentException"><paramref name="reference"/> is blank, or begins with <c>-</c> or <c>+</c>.</exception>
    public static MobbexInstallment Only(string reference) => new(Plain(reference, nameof(reference)));

    /// <summary>Hides this plan and keeps the others.</summary>
    /// <param name="reference">The reference of the plan.</param>
    /// <exception cref="ArgumentException"><paramref name="reference"/> is blank, or begins with <c>-</c> or <c>+</c>.</exception>
    public static MobbexInstallment Hide(string reference) => new(HidePrefix + Plain(reference, nameof(reference)));

    /// <summary>Adds a special plan of an advanced rule: <see cref="IMobbexClient.GetRuleInstallmentsAsync"/> lists them.</summary>
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
            ? throw new ArgumentException("Pass the plan's reference without a prefix; the method adds the prefix.", parameterName)
            : reference;
    }
}

internal sealed class MobbexInstallmentJsonConverter() : OpenValueJsonConverter<MobbexInstallment>(static text => new(text), static value => value.Value);
