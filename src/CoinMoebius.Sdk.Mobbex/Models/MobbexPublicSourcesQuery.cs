using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>Whose ways to pay to list without credentials. Source: mobbex.dev/metodos-de-pago-y-cuotas.</summary>
public sealed record MobbexPublicSourcesQuery
{
    private MobbexPublicSourcesQuery(string path) => Path = path;

    /// <summary>The amount to calculate instalments for, in major units; without it the plans have no totals.</summary>
    public decimal? Total { get; init; }

    internal string Path { get; }

    /// <summary>The merchant with a tax id.</summary>
    /// <param name="country">The merchant's country as three letters, for example <c>arg</c>.</param>
    /// <param name="taxId">The merchant's tax id, for example a CUIT.</param>
    /// <exception cref="ArgumentException">An argument is empty or cannot stand in a path.</exception>
    public static MobbexPublicSourcesQuery OfTaxId(string country, string taxId) =>
        new($"{SafeUrls.EscapeSegment(country, nameof(country))}/{SafeUrls.EscapeSegment(taxId, nameof(taxId))}");

    /// <summary>The merchant with a token for public lists.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException">The token is empty or cannot stand in a path.</exception>
    public static MobbexPublicSourcesQuery OfToken(string token) => new(SafeUrls.EscapeSegment(token, nameof(token)));

    /// <summary>The type's name: the query may hold a token.</summary>
    public override string ToString() => nameof(MobbexPublicSourcesQuery);
}
