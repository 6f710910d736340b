using System.Globalization;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Accept;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>The statements of all phases, written once for the tables of one model.</summary>
internal sealed class InboxStatements
{
    private InboxStatements(InboxTables tables)
    {
        Tables = tables;
        Accept = new(tables);
        Lease = new(tables);
        Links = new(tables);
        EventLinks = new(tables);
        Expect = new(tables);
        Hold = new(tables, Links, EventLinks);
        Finish = new(tables);
    }

    public InboxTables Tables { get; }

    public AcceptSql Accept { get; }

    public LeaseSql Lease { get; }

    public HoldSql Hold { get; }

    public FinishSql Finish { get; }

    public LinkSql Links { get; }

    public EventLinkSql EventLinks { get; }

    public ExpectSql Expect { get; }

    /// <summary>Writes the statements for the model of a context.</summary>
    /// <exception cref="InvalidOperationException">The model has no inbox.</exception>
    /// <exception cref="NotSupportedException">The database is neither SQLite nor PostgreSQL.</exception>
    public static InboxStatements For(DbContext context) => new(InboxTables.Of(context));

    /// <summary>A list of this many rows, each with its number in place of <c>#</c>.</summary>
    public static string Rows(int count, string row) =>
        string.Join(", ", Enumerable.Range(0, count).Select(i => row.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
