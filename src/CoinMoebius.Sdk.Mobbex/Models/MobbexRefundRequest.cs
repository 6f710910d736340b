namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A refund; one without members refunds the whole operation. Source: mobbex.dev.</summary>
public sealed record MobbexRefundRequest : ApiModel
{
    /// <summary>The part to refund, in major units, with two decimals at most; everything by default.</summary>
    public decimal? Total { get; init; }

    /// <summary>True to have Mobbex send a webhook for the refund; Mobbex decides by default.</summary>
    public bool? EmitEvent { get; init; }
}
