namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A merchant at Mobbex.</summary>
public sealed record MobbexEntity : ApiModel
{
    /// <summary>The merchant's name.</summary>
    public string? Name { get; init; }

    /// <summary>The merchant's id. Compare it with your own before you trust a payment.</summary>
    public string? Uid { get; init; }
}

/// <summary>The payer.</summary>
public sealed record MobbexUser : ApiModel
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The email address.</summary>
    public string? Email { get; init; }
}
