namespace CoinMoebius.Sdk.Inqud;

/// <summary>The account's balance in one currency. Source: github.com/alexinqud/inqud-api, openapi.yml.</summary>
public sealed record InqudBalance : ApiModel
{
    /// <summary>The currency.</summary>
    public string? Currency { get; init; }

    /// <summary>The amount.</summary>
    public decimal? Balance { get; init; }
}
