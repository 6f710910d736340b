using CoinMoebius.Sdk.EntityFrameworkCore;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoinMoebius.Sdk;

/// <summary>Adds the tables of the durable inbox to an application's own database.</summary>
public static class CoinMoebiusModelBuilderExtensions
{
    // Longer than anything a provider sends, short enough for every engine's index.
    internal const int IdLength = 256;
    internal const int NameLength = 64;

    /// <summary>
    /// Adds the inbox, the ids of deliveries, the ledger of payments, the announcements and the digests of deleted events. Call it from
    /// <see cref="DbContext.OnModelCreating"/>; migrations create the tables as usual. Call it after any rules for all entities and columns:
    /// it sets the column names, types and collations of these tables itself, and the start of the host verifies them.
    /// </summary>
    /// <param name="modelBuilder">The model.</param>
    /// <param name="configure">Sets schema and names of the tables.</param>
    /// <exception cref="ArgumentNullException"><paramref name="modelBuilder"/> is null.</exception>
    public static ModelBuilder AddCoinMoebius(this ModelBuilder modelBuilder, Action<CoinMoebiusModelOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        var options = new CoinMoebiusModelOptions();
        configure?.Invoke(options);
        ExactColumns.Add<InboxRow>(modelBuilder, row => Inbox(row, options));
        ExactColumns.Add<DeliveryRow>(modelBuilder, row => Deliveries(row, options));
        ExactColumns.Add<LedgerRow>(modelBuilder, row => Payments(row, options));
        ExactColumns.Add<AnnouncementRow>(modelBuilder, row => Announcements(row, options));
        ExactColumns.Add<TombstoneRow>(modelBuilder, row => Tombstones(row, options));
        return modelBuilder;
    }

    private static void Inbox(EntityTypeBuilder<InboxRow> row, CoinMoebiusModelOptions options)
    {
        row.ToTable(options.InboxTable, options.Schema);
        row.HasKey(it => it.Id);
        row.Property(it => it.Id).HasColumnName("id").ValueGeneratedOnAdd();
        row.Property(it => it.Provider).HasColumnName("provider").HasMaxLength(NameLength);
        row.Property(it => it.Account).HasColumnName("account").HasMaxLength(NameLength);
        row.Property(it => it.EventId).HasColumnName("event_id").HasMaxLength(IdLength);
        row.Property(it => it.Subject).HasColumnName("subject").HasMaxLength(IdLength);
        row.Property(it => it.EventType).HasColumnName("event_type").HasMaxLength(IdLength);
        row.Property(it => it.DeliveryId).HasColumnName("delivery_id").HasMaxLength(IdLength);
        row.Property(it => it.Event).HasColumnName("event");
        row.Property(it => it.RawBody).HasColumnName("raw_body");
        row.Property(it => it.TraceParent).HasColumnName("trace_parent").HasMaxLength(NameLength);
        row.Property(it => it.ReceivedAt).HasColumnName("received_at");
        row.Property(it => it.State).HasColumnName("state").HasConversion<short>();
        row.Property(it => it.DueAt).HasColumnName("due_at");
        row.Property(it => it.Lease).HasColumnName("lease");
        row.Property(it => it.Attempts).HasColumnName("attempts");
        row.Property(it => it.FinalAttemptAt).HasColumnName("final_attempt_at");
        row.Property(it => it.ProcessedAt).HasColumnName("processed_at");
        row.Property(it => it.ErrorType).HasColumnName("error_type").HasMaxLength(IdLength);
        row.Property(it => it.ErrorText).HasColumnName("error_text").HasMaxLength(1024);
        row.HasIndex(it => new { it.Provider, it.Account, it.EventId }).IsUnique().HasDatabaseName($"ux_{options.InboxTable}_event");

        // The filtered indexes stay small, because few events are pending. Taking a lease changes no indexed column. The filters differ, so
        // that the planner cannot use one index in place of the other.
        row.HasIndex(it => it.Id).HasFilter("state = 0").HasDatabaseName($"ix_{options.InboxTable}_pending");
        row.HasIndex(it => new { it.Subject, it.Id }).HasFilter("state < 1").HasDatabaseName($"ix_{options.InboxTable}_subject");
        row.HasIndex(it => it.State).HasFilter("state = 2").HasDatabaseName($"ix_{options.InboxTable}_parked");
    }

    private static void Deliveries(EntityTypeBuilder<DeliveryRow> row, CoinMoebiusModelOptions options)
    {
        row.ToTable(options.DeliveriesTable, options.Schema);
        row.HasKey(it => new { it.Provider, it.Account, it.DeliveryId }).HasName($"pk_{options.DeliveriesTable}");
        row.Property(it => it.Provider).HasColumnName("provider").HasMaxLength(NameLength);
        row.Property(it => it.Account).HasColumnName("account").HasMaxLength(NameLength);
        row.Property(it => it.DeliveryId).HasColumnName("delivery_id").HasMaxLength(IdLength);
        row.Property(it => it.EventId).HasColumnName("event_id").HasMaxLength(IdLength);
        row.Property(it => it.ReceivedAt).HasColumnName("received_at");
        row.HasIndex(it => it.ReceivedAt).HasDatabaseName($"ix_{options.DeliveriesTable}_received");
    }

    private static void Payments(EntityTypeBuilder<LedgerRow> row, CoinMoebiusModelOptions options)
    {
        row.ToTable(options.PaymentsTable, options.Schema);
        row.HasKey(it => new { it.PaymentId, it.Provider, it.Account }).HasName($"pk_{options.PaymentsTable}");
        row.Property(it => it.PaymentId).HasColumnName("payment_id").HasMaxLength(IdLength);
        row.Property(it => it.Provider).HasColumnName("provider").HasMaxLength(NameLength);
        row.Property(it => it.Account).HasColumnName("account").HasMaxLength(NameLength);
        row.Property(it => it.TransactionId).HasColumnName("transaction_id").HasMaxLength(IdLength);
        row.Property(it => it.OrderReference).HasColumnName("order_reference").HasMaxLength(IdLength);
        row.Property(it => it.ExpectedAmount).HasColumnName("expected_amount");
        row.Property(it => it.ExpectedCurrency).HasColumnName("expected_currency").HasMaxLength(NameLength);
        row.Property(it => it.ClaimedId).HasColumnName("claimed_id").HasMaxLength(IdLength);
        row.Property(it => it.CheckoutId).HasColumnName("checkout_id").HasMaxLength(IdLength);
        row.Property(it => it.SubscriptionId).HasColumnName("subscription_id").HasMaxLength(IdLength);
        row.Property(it => it.Status).HasColumnName("status").HasMaxLength(NameLength);
        row.Property(it => it.Rank).HasColumnName("rank");
        row.Property(it => it.Amount).HasColumnName("amount");
        row.Property(it => it.Currency).HasColumnName("currency").HasMaxLength(NameLength);
        row.Property(it => it.AmountPaid).HasColumnName("amount_paid");
        row.Property(it => it.AmountRefunded).HasColumnName("amount_refunded");
        row.Property(it => it.PricedAmount).HasColumnName("priced_amount");
        row.Property(it => it.PricedCurrency).HasColumnName("priced_currency").HasMaxLength(NameLength);
        row.Property(it => it.Reference).HasColumnName("reference").HasMaxLength(IdLength);
        row.Property(it => it.CustomerRef).HasColumnName("customer_ref").HasMaxLength(IdLength);
        row.Property(it => it.IsTest).HasColumnName("is_test");
        row.Property(it => it.Metadata).HasColumnName("metadata");
        row.Property(it => it.Facts).HasColumnName("facts");
        row.Property(it => it.LastEventId).HasColumnName("last_event_id").HasMaxLength(IdLength);
        row.Property(it => it.OccurredAt).HasColumnName("occurred_at");
        row.Property(it => it.CreatedAt).HasColumnName("created_at");
        row.Property(it => it.UpdatedAt).HasColumnName("updated_at");
        row.Property(it => it.CheckAt).HasColumnName("check_at");
        row.Property(it => it.Checks).HasColumnName("checks");

        // One transaction has one payment, even when several claim it.
        row.HasIndex(it => new { it.TransactionId, it.Provider, it.Account }).IsUnique().HasFilter("transaction_id IS NOT NULL")
            .HasDatabaseName($"ux_{options.PaymentsTable}_transaction");
        row.HasIndex(it => it.OrderReference).HasFilter("order_reference IS NOT NULL").HasDatabaseName($"ix_{options.PaymentsTable}_order");
        row.HasIndex(it => it.ClaimedId).HasFilter("claimed_id IS NOT NULL").HasDatabaseName($"ix_{options.PaymentsTable}_claimed");
        row.HasIndex(it => it.CheckoutId).HasFilter("checkout_id IS NOT NULL").HasDatabaseName($"ix_{options.PaymentsTable}_checkout");
        row.HasIndex(it => it.Reference).HasFilter("reference IS NOT NULL").HasDatabaseName($"ix_{options.PaymentsTable}_reference");
        row.HasIndex(it => it.CheckAt).HasFilter("check_at IS NOT NULL").HasDatabaseName($"ix_{options.PaymentsTable}_check");
    }

    private static void Announcements(EntityTypeBuilder<AnnouncementRow> row, CoinMoebiusModelOptions options)
    {
        row.ToTable(options.AnnouncementsTable, options.Schema);
        row.HasKey(it => new { it.PaymentId, it.Provider, it.Account, it.Fact }).HasName($"pk_{options.AnnouncementsTable}");
        row.Property(it => it.PaymentId).HasColumnName("payment_id").HasMaxLength(IdLength);
        row.Property(it => it.Provider).HasColumnName("provider").HasMaxLength(NameLength);
        row.Property(it => it.Account).HasColumnName("account").HasMaxLength(NameLength);
        row.Property(it => it.Fact).HasColumnName("fact").HasMaxLength(IdLength);
        row.Property(it => it.EventId).HasColumnName("event_id").HasMaxLength(IdLength);
    }

    private static void Tombstones(EntityTypeBuilder<TombstoneRow> row, CoinMoebiusModelOptions options)
    {
        row.ToTable(options.TombstonesTable, options.Schema);
        row.HasKey(it => it.EventHash).HasName($"pk_{options.TombstonesTable}");
        row.Property(it => it.EventHash).HasColumnName("event_hash").HasMaxLength(32);
    }
}
