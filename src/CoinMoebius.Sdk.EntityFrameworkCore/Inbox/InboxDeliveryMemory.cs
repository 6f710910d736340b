using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Deliveries are rows of the application's database, which all its nodes share.</summary>
internal sealed class InboxDeliveryMemory(InboxSettings options) : IWebhookDeliveryMemory
{
    public TimeSpan? Retention => options.Current.Retention;

    public string RetentionSetting => nameof(EntityFrameworkInboxOptions) + "." + nameof(EntityFrameworkInboxOptions.Retention);
}
