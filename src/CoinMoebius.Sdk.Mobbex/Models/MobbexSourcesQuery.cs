namespace CoinMoebius.Sdk.Mobbex;

/// <summary>What to list ways to pay for. Source: mobbex.dev/metodos-de-pago-y-cuotas.</summary>
public sealed record MobbexSourcesQuery
{
    /// <summary>The amount to reckon instalments for, in major units; without it the plans have no totals.</summary>
    public decimal? Total { get; init; }

    /// <summary>The references of the only ways to pay; all unless set.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Which plans to list; all unless set.</summary>
    public IReadOnlyList<MobbexInstallment> Installments { get; init; } = [];

    /// <summary>One of <see cref="MobbexIntents"/>; or null.</summary>
    public string? Intent { get; init; }

    /// <summary>Where they are offered; Mobbex takes <c>checkout</c> unless set.</summary>
    public string? Context { get; init; }

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(MobbexSourcesQuery);
}
