namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A merchant in a sale for several merchants.</summary>
public sealed record MobbexMerchant : ApiModel
{
    /// <summary>The id of the merchant's entity.</summary>
    public required string Uid { get; init; }

    /// <summary>One of <see cref="MobbexIntents"/> for the merchant's part; or null.</summary>
    public string? Intent { get; init; }
}
