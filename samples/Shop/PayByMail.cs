using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Shop.Data;

namespace Shop;

/// <summary>
/// The payments by mail, one an order. A step is stored first and then told to the inbox, as a provider tells its events; a process that
/// ends between the two leaves a letter that says so, and the next look tells it. The inbox drops what it has been told before.
/// </summary>
public sealed class PayByMail(IDbContextFactory<ShopDbContext> databases, IWebhookPipeline pipeline, TimeProvider clock)
{
    /// <summary>The form of the shop's codes.</summary>
    public static ReferenceCodeFormat Codes { get; } = new("SHOP", 4);

    /// <summary>Makes the payment of a purchase with a code of its own; it is stored with the order.</summary>
    public async Task<ManualPayment> CreateAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var code = await Codes.CreateUniqueAsync(async (code, token) => await FindOrderIdAsync(code, token) is not null, cancellationToken);
        return ManualPayment.Create(
            new() { OrderId = purchase.OrderId, ExpectedAmount = purchase.Price, Currency = purchase.Currency, ReferenceCode = code }, clock);
    }

    /// <summary>The order that a code stands for.</summary>
    public async Task<string?> FindOrderIdAsync(ReferenceCode code, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Letters.Where(letter => letter.Code == code.Value).Select(letter => letter.OrderId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Takes a step and hands it to the handlers that serve every rail.</summary>
    /// <exception cref="KeyNotFoundException">The order is not paid by mail.</exception>
    /// <exception cref="ManualPaymentException">The step is not possible.</exception>
    public async Task ChangeAsync(
        string orderId, Func<ManualPayment, DateTimeOffset, ManualPayment> step, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            var read = await database.Letters.AsNoTracking().FirstOrDefaultAsync(letter => letter.OrderId == orderId, cancellationToken)
                ?? throw new KeyNotFoundException();

            // The step before this one first: a letter tells its last step only.
            if (!read.IsTold && !await TellAsync(database, read.Payment))
            {
                throw new IOException("The inbox does not take events now.");
            }

            // Of two clicks one stores its step; the other one reads again, and then mostly finds that the step is no longer possible.
            var changed = step(read.Payment, clock.GetUtcNow());
            var stored = await database.Letters.Where(letter => letter.OrderId == orderId && letter.Version == read.Version).ExecuteUpdateAsync(
                letter => letter.SetProperty(it => it.Payment, changed)
                    .SetProperty(it => it.Version, changed.Version)
                    .SetProperty(it => it.Status, changed.Status.Value)
                    .SetProperty(it => it.ExpiresAt, changed.ExpiresAt)
                    .SetProperty(it => it.IsTold, false),
                cancellationToken);
            if (stored == 1)
            {
                await TellAsync(database, changed);
                return;
            }
        }
    }

    /// <summary>Writes down what has expired, and tells what a process that ended could not.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var letter in await database.Letters.AsNoTracking().Where(letter => !letter.IsTold).ToListAsync(cancellationToken))
        {
            await TellAsync(database, letter.Payment);
        }

        var now = clock.GetUtcNow();
        var overdue = database.Letters.Where(letter => letter.Status == PaymentStatus.Values.PendingManual && letter.ExpiresAt <= now);
        foreach (var orderId in await overdue.Select(letter => letter.OrderId).ToListAsync(cancellationToken))
        {
            try
            {
                await ChangeAsync(orderId, (payment, at) => payment.Expire(at), cancellationToken);
            }
            catch (ManualPaymentTransitionException)
            {
                // Another instance was faster.
            }
        }
    }

    /// <summary>Has the inbox take the event of the last step; false when it cannot now. A browser that goes does not end it half way.</summary>
    private async Task<bool> TellAsync(ShopDbContext database, ManualPayment payment)
    {
        var taken = await pipeline.ProcessAsync(new(payment.ToPaymentEvent()));
        if (taken is not (WebhookDisposition.Accepted or WebhookDisposition.Duplicate))
        {
            return false;
        }

        await database.Letters.Where(letter => letter.OrderId == payment.OrderId && letter.Version == payment.Version)
            .ExecuteUpdateAsync(letter => letter.SetProperty(it => it.IsTold, true));
        return true;
    }
}

/// <summary>Offers payment by mail: always when payments are simulated, else when there is an address for it.</summary>
public static class PayByMailServices
{
    public static void AddPayByMail(this WebApplicationBuilder builder, bool isSimulated)
    {
        var section = builder.Configuration.GetSection("PayByMail");
        builder.Services.AddSingleton<PayByMail>();
        if (isSimulated || section.Exists())
        {
            builder.Services.AddSingleton(section.Get<PayByMailOptions>() ?? new());
            builder.Services.AddSingleton<IRail, ManualRail>();
            builder.Services.AddHostedService<PayByMailCatchUp>();
        }
    }
}

/// <summary>Looks once a minute whether letters are overdue, or a step was not told.</summary>
public sealed partial class PayByMailCatchUp(PayByMail mail, TimeProvider clock, ILogger<PayByMailCatchUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await mail.CatchUpAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
        while (await minutes.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(20, LogLevel.Warning, "The letters could not be looked through; the next look is in a minute.")]
    private partial void LogFailed(Exception exception);
}
