namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>A payment by mail to open.</summary>
public sealed record ManualPaymentRequest
{
    /// <summary>The merchant's id of the order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The amount that the letter should hold, in major units; above zero.</summary>
    public required decimal ExpectedAmount { get; init; }

    /// <summary>The currency, or whatever else the merchant takes by mail: 1 to 20 ASCII letters and digits, in any case.</summary>
    public required string Currency { get; init; }

    /// <summary>The code on the letter, unique among the merchant's payments; see <see cref="ReferenceCodeFormat.CreateUnique"/>.</summary>
    public required ReferenceCode ReferenceCode { get; init; }

    /// <summary>The time that the letter may take; <see cref="ManualPayment.DefaultLifetime"/> by default.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>The merchant's own id of the buyer; none by default.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(ManualPaymentRequest);
}
