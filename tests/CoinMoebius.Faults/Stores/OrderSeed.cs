using CoinMoebius.Faults.Plan;
using Microsoft.EntityFrameworkCore;
using Shop;
using Shop.Data;

namespace CoinMoebius.Faults.Stores;

/// <summary>The orders whose payments are told of, as the Shop's checkout would have stored them.</summary>
public static class OrderSeed
{
    private const int Batch = 1000;

    public static async Task WriteAsync(Store store, FaultPlan plan, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<ShopDbContext>();
        ShopDatabase.Parse(store.ConnectionString, AppContext.BaseDirectory).Configure(options);
        foreach (var payments in plan.Payments.Chunk(Batch))
        {
            await using var context = new ShopDbContext(options.Options);
            context.Orders.AddRange(payments.Select(payment => OrderRow.Of(
                new Order(payment.OrderId, Catalogue.Products[0], payment.Rail.Provider.Value, payment.PaymentId, payment.Events[0].OccurredAt)
                {
                    Price = payment.Amount,
                    Currency = "USD",
                })));
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
