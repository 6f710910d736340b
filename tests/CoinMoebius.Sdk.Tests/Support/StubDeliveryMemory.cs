using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>Says what a durable inbox says, for so long.</summary>
internal sealed class StubDeliveryMemory(TimeSpan? retention = null) : IWebhookDeliveryMemory
{
    public TimeSpan? Retention => retention;

    public string RetentionSetting => "ShopInbox.Keep";
}
