namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A payment link. Mobbex does not document this response, so every member may be null.</summary>
public sealed record MobbexPaymentOrder : ApiModel
{
    /// <summary>The id; or null.</summary>
    public string? Uid { get; init; }

    /// <summary>The id under another name; or null.</summary>
    public string? Id { get; init; }

    /// <summary>The payment page; always https, or http on a loopback address. Null when the response has no such address.</summary>
    public Uri? Url { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The amount in major units.</summary>
    public decimal? Total { get; init; }
}
