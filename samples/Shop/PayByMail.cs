using System.Collections.Concurrent;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.ManualPayments;
using CoinMoebius.Sdk.Webhooks;

namespace Shop;

/// <summary>
/// The payments by mail, one an order, kept in memory. A real shop stores <see cref="ManualPayment.ToJson"/> in its database, with a
/// unique index on the code, and the order's change in the same transaction.
/// </summary>
public sealed class PayByMail(IWebhookPipeline pipeline, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ManualPayment> _byOrder = new(StringComparer.Ordinal);

    public ManualPayment Open(Purchase purchase)
    {
        var code = ReferenceCode.CreateUnique(code => Find(code) is not null);
        return _byOrder[purchase.OrderId] = ManualPayment.Create(purchase.OrderId, purchase.Price, purchase.Currency, clock, referenceCode: code);
    }

    /// <summary>The payment of an order, if it is paid by mail.</summary>
    public ManualPayment? Find(string orderId) => _byOrder.GetValueOrDefault(orderId);

    /// <summary>The payment that a code stands for.</summary>
    public ManualPayment? Find(ReferenceCode code) => _byOrder.Values.FirstOrDefault(payment => payment.ReferenceCode == code);

    /// <summary>Takes a step and hands it to the handlers that serve every rail.</summary>
    /// <exception cref="KeyNotFoundException">The order is not paid by mail.</exception>
    /// <exception cref="ManualPaymentException">The step is not possible.</exception>
    public async Task<ManualPayment> ChangeAsync(
        string orderId, Func<ManualPayment, DateTimeOffset, ManualPayment> step, CancellationToken cancellationToken)
    {
        ManualPayment changed;
        while (true)
        {
            // Of two clicks one stores its step; the other one reads again, and then mostly finds that the step is no longer possible.
            var read = _byOrder[orderId];
            changed = step(read, clock.GetUtcNow());
            if (_byOrder.TryUpdate(orderId, changed, read))
            {
                break;
            }
        }

        await pipeline.ProcessAsync(new(changed.ToPaymentEvent()), cancellationToken);
        return changed;
    }

    /// <summary>Writes down what has expired.</summary>
    public async Task ExpireDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var orderId in _byOrder.Where(pair => IsOverdue(pair.Value, now)).Select(pair => pair.Key))
        {
            await ChangeAsync(orderId, (read, at) => IsOverdue(read, at) ? read.Expire(at) : read, cancellationToken);
        }
    }

    private static bool IsOverdue(ManualPayment payment, DateTimeOffset now) =>
        payment.Status == PaymentStatus.PendingManual && payment.GetStatusAt(now) == PaymentStatus.ManualExpired;
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
            builder.Services.AddHostedService<PayByMailExpiry>();
        }
    }
}

/// <summary>Looks once an hour whether letters are overdue.</summary>
public sealed class PayByMailExpiry(PayByMail mail, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hours = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hours.WaitForNextTickAsync(stoppingToken))
        {
            await mail.ExpireDueAsync(stoppingToken);
        }
    }
}
