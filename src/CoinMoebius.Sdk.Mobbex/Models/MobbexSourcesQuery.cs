namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The filter of a listing of payment methods. Source: mobbex.dev/metodos-de-pago-y-cuotas.</summary>
public sealed record MobbexSourcesQuery
{
    /// <summary>The amount for which Mobbex calculates instalments, in major units; without it the plans have no totals.</summary>
    public decimal? Total { get; init; }

    /// <summary>The references of the payment methods to list; all by default.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The plans to list; all by default.</summary>
    public IReadOnlyList<MobbexInstallment> Installments { get; init; } = [];

    /// <summary>One of <see cref="MobbexIntents"/>; or null.</summary>
    public string? Intent { get; init; }

    /// <summary>The place where the methods are offered; Mobbex uses <c>checkout</c> by default.</summary>
    public string? Context { get; init; }

    /// <summary>Returns the type's name.</summary>
    public override string ToString() => nameof(MobbexSourcesQuery);
}
