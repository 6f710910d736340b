namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A merchant at Mobbex.</summary>
public sealed record MobbexEntity : ApiModel
{
    /// <summary>The merchant's name.</summary>
    public string? Name { get; init; }

    /// <summary>The merchant's id: compare it with your own before you trust a payment.</summary>
    public string? Uid { get; init; }
}

/// <summary>Who paid.</summary>
public sealed record MobbexUser : ApiModel
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The address for mail.</summary>
    public string? Email { get; init; }
}
