namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The <c>data</c> of a notification. A closed family: switch on its type. What has no type of its own, or none yet, is
/// <see cref="CoinflowOtherData"/>.
/// </summary>
public abstract record CoinflowNotificationData : ApiModel
{
    private protected CoinflowNotificationData()
    {
    }
}
