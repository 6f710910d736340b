using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// The current options. An invalid change at run time leaves the previous options in force. Verifiers read here how long the inbox remembers
/// deliveries, which are rows in the application's database that all its nodes share.
/// </summary>
internal sealed class InboxSettings(IOptionsMonitor<EntityFrameworkInboxOptions> options, ILogger<InboxSettings> logger) : IWebhookDeliveryMemory
{
    private EntityFrameworkInboxOptions? _usable;
    private int _isLogged;

    /// <exception cref="OptionsValidationException">The options have never been valid.</exception>
    public EntityFrameworkInboxOptions Current
    {
        get
        {
            try
            {
                _usable = options.CurrentValue;
                _isLogged = 0;
                return _usable;
            }
            catch (Exception exception) when (_usable is { } usable)
            {
                if (Interlocked.Exchange(ref _isLogged, 1) == 0)
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
