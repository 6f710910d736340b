using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Shop.Data.Migrations;

/// <summary>The model as the migrations leave it. At start Entity Framework compares it with the model of today, and says what is missing.</summary>
[DbContext(typeof(ShopDbContext))]
public sealed class ShopDbContextModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        modelBuilder.UseIdentityByDefaultColumns();
        Shop(modelBuilder);
        CoinMoebius(modelBuilder);
    }

    private static void Shop(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity("Shop.Data.OrderRow", row =>
        {
            row.ToTable("orders");
            row.Property<string>("Id").HasColumnName("id");
            row.Property<string>("ProductId").HasColumnName("product_id").IsRequired();
            row.Property<decimal>("Price").HasColumnName("price");
            row.Property<string>("Currency").HasColumnName("currency").IsRequired();
            row.Property<string>("Provider").HasColumnName("provider").IsRequired();
            row.Property<string>("TransactionId").HasColumnName("transaction_id");
            row.Property<string>("Status").HasColumnName("status").IsRequired();
            row.Property<string>("PaymentId").HasColumnName("payment_id");
            row.Property<decimal?>("AmountPaid").HasColumnName("amount_paid");
            row.Property<decimal?>("AmountRefunded").HasColumnName("amount_refunded");
            row.Property<decimal?>("RefundedApart").HasColumnName("refunded_apart");
            row.Property<string>("PaidCurrency").HasColumnName("paid_currency");
            row.Property<string>("Dispute").HasColumnName("dispute");
            row.Property<long?>("ShippedAt").HasColumnName("shipped_at");
            row.Property<string>("Instructions").HasColumnName("instructions");
            row.Property<long>("CreatedAt").HasColumnName("created_at");
            row.Property<long>("UpdatedAt").HasColumnName("updated_at");
            row.Property<int>("Version").HasColumnName("version").IsConcurrencyToken();
            row.HasKey("Id");
            row.HasIndex("TransactionId").HasDatabaseName("ix_orders_transaction");
            row.HasIndex("UpdatedAt").HasDatabaseName("ix_orders_updated");
        });
        modelBuilder.Entity("Shop.Data.OrderEvent", row =>
        {
            row.ToTable("order_events");
            row.Property<long>("Id").HasColumnName("id").ValueGeneratedOnAdd();
            row.Property<string>("OrderId").HasColumnName("order_id");
            row.Property<string>("Provider").HasColumnName("provider").IsRequired();
            row.Property<string>("PaymentId").HasColumnName("payment_id").IsRequired();
            row.Property<string>("EventId").HasColumnName("event_id").IsRequired();
            row.Property<string>("EventType").HasColumnName("event_type").IsRequired();
            row.Property<string>("Status").HasColumnName("status").IsRequired();
            row.Property<decimal?>("Amount").HasColumnName("amount");
            row.Property<string>("Currency").HasColumnName("currency");
            row.Property<string>("Refund").HasColumnName("refund");
            row.Property<string>("Dispute").HasColumnName("dispute");
            row.Property<bool>("IsFirstOfStatus").HasColumnName("is_first_of_status");
            row.Property<long>("At").HasColumnName("at");
            row.HasKey("Id");
            row.HasIndex("OrderId").HasDatabaseName("ix_order_events_order");
            row.HasOne("Shop.Data.OrderRow", null).WithMany("Events").HasForeignKey("OrderId").OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity("Shop.Data.Letter", row =>
        {
            row.ToTable("letters");
            row.Property<string>("OrderId").HasColumnName("order_id");
            row.Property<string>("Code").HasColumnName("code").IsRequired();
            row.Property<string>("Payment").HasColumnName("payment").IsRequired();
            row.Property<string>("Status").HasColumnName("status").IsRequired();
            row.Property<long>("ExpiresAt").HasColumnName("expires_at");
            row.Property<int>("Version").HasColumnName("version");
            row.Property<bool>("IsTold").HasColumnName("is_told");
            row.HasKey("OrderId");
            row.HasIndex("Code").IsUnique().HasDatabaseName("ux_letters_code");
            row.HasIndex("Status", "ExpiresAt").HasDatabaseName("ix_letters_expiry");
            row.HasIndex("IsTold").HasDatabaseName("ix_letters_told");
            row.HasOne("Shop.Data.OrderRow", null).WithOne("Letter").HasForeignKey("Shop.Data.Letter", "OrderId").OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void CoinMoebius(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity("CoinMoebius.Sdk.EntityFrameworkCore.Model.InboxRow", row =>
        {
            row.ToTable("coinmoebius_inbox");
            row.Property<long>("Id").HasColumnName("id").ValueGeneratedOnAdd();
            row.Property<string>("Provider").HasColumnName("provider").HasMaxLength(64).IsRequired();
            row.Property<string>("Account").HasColumnName("account").HasMaxLength(64).IsRequired();
            row.Property<string>("EventId").HasColumnName("event_id").HasMaxLength(256).IsRequired();
            row.Property<string>("Subject").HasColumnName("subject").HasMaxLength(256);
            row.Property<string>("EventType").HasColumnName("event_type").HasMaxLength(256).IsRequired();
            row.Property<string>("DeliveryId").HasColumnName("delivery_id").HasMaxLength(256);
            row.Property<byte[]>("Event").HasColumnName("event").IsRequired();
            row.Property<byte[]>("RawBody").HasColumnName("raw_body").IsRequired();
            row.Property<string>("TraceParent").HasColumnName("trace_parent").HasMaxLength(64);
            row.Property<long>("ReceivedAt").HasColumnName("received_at");
            row.Property<short>("State").HasColumnName("state");
            row.Property<long>("DueAt").HasColumnName("due_at");
            row.Property<Guid?>("Lease").HasColumnName("lease");
            row.Property<int>("Attempts").HasColumnName("attempts");
            row.Property<long?>("FinalAttemptAt").HasColumnName("final_attempt_at");
            row.Property<long?>("ProcessedAt").HasColumnName("processed_at");
            row.Property<string>("ErrorType").HasColumnName("error_type").HasMaxLength(256);
            row.Property<string>("ErrorText").HasColumnName("error_text").HasMaxLength(1024);
            row.HasKey("Id");
            row.HasIndex("Provider", "Account", "EventId").IsUnique().HasDatabaseName("ux_coinmoebius_inbox_event");
            row.HasIndex("Id").HasFilter("state = 0").HasDatabaseName("ix_coinmoebius_inbox_pending");
            row.HasIndex("Subject", "Id").HasFilter("state < 1").HasDatabaseName("ix_coinmoebius_inbox_subject");
            row.HasIndex("State").HasFilter("state = 2").HasDatabaseName("ix_coinmoebius_inbox_parked");
        });
        modelBuilder.Entity("CoinMoebius.Sdk.EntityFrameworkCore.Model.DeliveryRow", row =>
        {
            row.ToTable("coinmoebius_deliveries");
            row.Property<string>("Provider").HasColumnName("provider").HasMaxLength(64);
            row.Property<string>("Account").HasColumnName("account").HasMaxLength(64);
            row.Property<string>("DeliveryId").HasColumnName("delivery_id").HasMaxLength(256);
            row.Property<string>("EventId").HasColumnName("event_id").HasMaxLength(256).IsRequired();
            row.Property<long>("ReceivedAt").HasColumnName("received_at");
            row.HasKey("Provider", "Account", "DeliveryId").HasName("pk_coinmoebius_deliveries");
            row.HasIndex("ReceivedAt").HasDatabaseName("ix_coinmoebius_deliveries_received");
        });
        modelBuilder.Entity("CoinMoebius.Sdk.EntityFrameworkCore.Model.LedgerRow", row =>
        {
            row.ToTable("coinmoebius_payments");
            row.Property<string>("PaymentId").HasColumnName("payment_id").HasMaxLength(256);
            row.Property<string>("Provider").HasColumnName("provider").HasMaxLength(64);
            row.Property<string>("Account").HasColumnName("account").HasMaxLength(64);
            row.Property<string>("TransactionId").HasColumnName("transaction_id").HasMaxLength(256);
            row.Property<string>("OrderReference").HasColumnName("order_reference").HasMaxLength(256);
            row.Property<decimal?>("ExpectedAmount").HasColumnName("expected_amount");
            row.Property<string>("ExpectedCurrency").HasColumnName("expected_currency").HasMaxLength(64);
            row.Property<string>("ClaimedId").HasColumnName("claimed_id").HasMaxLength(256);
            row.Property<string>("CheckoutId").HasColumnName("checkout_id").HasMaxLength(256);
            row.Property<string>("SubscriptionId").HasColumnName("subscription_id").HasMaxLength(256);
            row.Property<string>("Status").HasColumnName("status").HasMaxLength(64).IsRequired();
            row.Property<int>("Rank").HasColumnName("rank");
            row.Property<decimal?>("Amount").HasColumnName("amount");
            row.Property<string>("Currency").HasColumnName("currency").HasMaxLength(64);
            row.Property<decimal?>("AmountPaid").HasColumnName("amount_paid");
            row.Property<decimal?>("AmountRefunded").HasColumnName("amount_refunded");
            row.Property<decimal?>("PricedAmount").HasColumnName("priced_amount");
            row.Property<string>("PricedCurrency").HasColumnName("priced_currency").HasMaxLength(64);
            row.Property<string>("Reference").HasColumnName("reference").HasMaxLength(256);
            row.Property<string>("CustomerRef").HasColumnName("customer_ref").HasMaxLength(256);
            row.Property<bool?>("IsTest").HasColumnName("is_test");
            row.Property<string>("Metadata").HasColumnName("metadata").IsRequired();
            row.Property<string>("Facts").HasColumnName("facts");
            row.Property<string>("LastEventId").HasColumnName("last_event_id").HasMaxLength(256).IsRequired();
            row.Property<long?>("OccurredAt").HasColumnName("occurred_at");
            row.Property<long>("CreatedAt").HasColumnName("created_at");
            row.Property<long>("UpdatedAt").HasColumnName("updated_at");
            row.Property<long?>("CheckAt").HasColumnName("check_at");
            row.Property<int>("Checks").HasColumnName("checks");
            row.HasKey("PaymentId", "Provider", "Account").HasName("pk_coinmoebius_payments");
            row.HasIndex("TransactionId", "Provider", "Account").IsUnique().HasFilter("transaction_id IS NOT NULL")
                .HasDatabaseName("ux_coinmoebius_payments_transaction");
            row.HasIndex("OrderReference").HasFilter("order_reference IS NOT NULL").HasDatabaseName("ix_coinmoebius_payments_order");
            row.HasIndex("ClaimedId").HasFilter("claimed_id IS NOT NULL").HasDatabaseName("ix_coinmoebius_payments_claimed");
            row.HasIndex("CheckoutId").HasFilter("checkout_id IS NOT NULL").HasDatabaseName("ix_coinmoebius_payments_checkout");
            row.HasIndex("Reference").HasFilter("reference IS NOT NULL").HasDatabaseName("ix_coinmoebius_payments_reference");
            row.HasIndex("CheckAt").HasFilter("check_at IS NOT NULL").HasDatabaseName("ix_coinmoebius_payments_check");
        });
        modelBuilder.Entity("CoinMoebius.Sdk.EntityFrameworkCore.Model.AnnouncementRow", row =>
        {
            row.ToTable("coinmoebius_announcements");
            row.Property<string>("PaymentId").HasColumnName("payment_id").HasMaxLength(256);
            row.Property<string>("Provider").HasColumnName("provider").HasMaxLength(64);
            row.Property<string>("Account").HasColumnName("account").HasMaxLength(64);
            row.Property<string>("Fact").HasColumnName("fact").HasMaxLength(256);
            row.Property<string>("EventId").HasColumnName("event_id").HasMaxLength(256).IsRequired();
            row.HasKey("PaymentId", "Provider", "Account", "Fact").HasName("pk_coinmoebius_announcements");
        });
        modelBuilder.Entity("CoinMoebius.Sdk.EntityFrameworkCore.Model.TombstoneRow", row =>
        {
            row.ToTable("coinmoebius_tombstones");
            row.Property<byte[]>("EventHash").HasColumnName("event_hash").HasMaxLength(32);
            row.HasKey("EventHash").HasName("pk_coinmoebius_tombstones");
        });
    }
}
