namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The <c>data</c> of a notification. A closed family: switch on its type. Data without a type of its own is
/// <see cref="CoinflowOtherData"/>.
/// </summary>
public abstract record CoinflowNotificationData : ApiModel
{
    private protected CoinflowNotificationData()
    {
    }
}
