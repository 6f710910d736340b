namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A postal address.</summary>
public sealed record CoinflowAddress : ApiModel
{
    /// <summary>The first line.</summary>
    public string? Address1 { get; init; }

    /// <summary>The second line, or null.</summary>
    public string? Address2 { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state, or null.</summary>
    public string? State { get; init; }

    /// <summary>The postal code.</summary>
    public string? Zip { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }
}
