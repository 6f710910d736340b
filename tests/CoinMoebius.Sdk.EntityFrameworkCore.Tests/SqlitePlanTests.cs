using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

/// <summary>How SQLite reads the tables.</summary>
public sealed class SqlitePlanTests() : EngineFixture("sqlite")
{
    [Test]
    public async Task Events_are_taken_without_a_look_at_what_is_handled()
    {
        await using var node = await Node.StartAsync(Database, add: services => services.RemoveAll<IHostedService>());
        await using var context = node.Open();
        await context.Database.OpenConnectionAsync();
        await using var explain = context.Database.GetDbConnection().CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + InboxStatements.For(context).Lease.Take;
        foreach (var name in new[] { "@from", "@now", "@count", "@lease", "@until" })
        {
            var parameter = explain.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, 1);
            explain.Parameters.Add(parameter);
        }

        var lines = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        lines.Should().Contain(line => line.Contains("INDEX ix_coinmoebius_inbox_pending", StringComparison.Ordinal))
            .And.Contain(line => line.Contains("INDEX ix_coinmoebius_inbox_subject (subject=?", StringComparison.Ordinal))
            .And.NotContain(line => line.Contains("ux_coinmoebius_inbox_event", StringComparison.Ordinal), "that one holds all events of an account");
    }
}
