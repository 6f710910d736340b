namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The check of a sub-merchant's business, or a seller that was blocked.</summary>
public sealed record CoinflowSubMerchantData : CoinflowNotificationData
{
    /// <summary>The sub-merchant or seller.</summary>
    public string? MerchantId { get; init; }

    /// <summary>Its e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The reason for the refusal or block.</summary>
    public string? Reason { get; init; }
}
