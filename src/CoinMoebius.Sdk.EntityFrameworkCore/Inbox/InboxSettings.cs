using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// The options as they are now. A change that cannot be used while the application runs leaves those before it in force. Verifiers ask how
/// long deliveries are remembered: they are rows of the application's database, which all its nodes share.
/// </summary>
internal sealed class InboxSettings(IOptionsMonitor<EntityFrameworkInboxOptions> options, ILogger<InboxSettings> logger) : IWebhookDeliveryMemory
{
    private EntityFrameworkInboxOptions? _usable;
    private int _isTold;

    /// <exception cref="OptionsValidationException">They have never been usable.</exception>
    public EntityFrameworkInboxOptions Current
    {
        get
        {
            try
            {
                _usable = options.CurrentValue;
                _isTold = 0;
                return _usable;
            }
            catch (Exception exception) when (_usable is { } usable)
            {
                if (Interlocked.Exchange(ref _isTold, 1) == 0)
                {
                    InboxLog.OptionsUnusable(logger, exception);
                }

                return usable;
            }
        }
    }

    TimeSpan? IWebhookDeliveryMemory.Retention => Current.Retention;

    string IWebhookDeliveryMemory.RetentionSetting => nameof(EntityFrameworkInboxOptions) + "." + nameof(EntityFrameworkInboxOptions.Retention);
}
