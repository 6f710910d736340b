namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>One product of a checkout.</summary>
public sealed record DodoPaymentsCartItem : ApiModel
{
    /// <summary>The product, <c>pdt_…</c>. Required.</summary>
    public required string ProductId { get; init; }

    /// <summary>How many; 1 unless set.</summary>
    public int Quantity { get; init; } = 1;
}
