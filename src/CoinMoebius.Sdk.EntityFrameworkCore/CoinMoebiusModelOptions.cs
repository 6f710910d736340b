namespace CoinMoebius.Sdk.EntityFrameworkCore;

/// <summary>The names of the tables. Change them before the first migration, or write a migration that renames them.</summary>
public sealed class CoinMoebiusModelOptions
{
    /// <summary>The schema; the database's default unless set. SQLite has none.</summary>
    public string? Schema { get; set; }

    /// <summary>The table of accepted events. <c>coinmoebius_inbox</c> unless set.</summary>
    public string InboxTable { get; set; } = "coinmoebius_inbox";

    /// <summary>The table of signed delivery ids. <c>coinmoebius_deliveries</c> unless set.</summary>
    public string DeliveriesTable { get; set; } = "coinmoebius_deliveries";

    /// <summary>The table of payments. <c>coinmoebius_payments</c> unless set.</summary>
    public string PaymentsTable { get; set; } = "coinmoebius_payments";

    /// <summary>The table of first announcements. <c>coinmoebius_announcements</c> unless set.</summary>
    public string AnnouncementsTable { get; set; } = "coinmoebius_announcements";

    /// <summary>The table of the digests of deleted events. <c>coinmoebius_tombstones</c> unless set.</summary>
    public string TombstonesTable { get; set; } = "coinmoebius_tombstones";
}
