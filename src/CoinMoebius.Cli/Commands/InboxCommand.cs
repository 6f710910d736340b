using System.CommandLine;
using CoinMoebius.Cli.Inbox;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Cli.Commands;

/// <summary><c>coinmoebius inbox</c>: lists, shows, requeues and deletes the events of a durable inbox.</summary>
internal static class InboxCommand
{
    private static readonly Option<string?> ConnectionVariable = new("--connection-env")
    {
        Description = $"The environment variable that holds the connection string. {InboxConnection.DefaultVariable} unless given.",
        HelpName = "NAME",
        Recursive = true,
    };

    private static readonly Option<string?> Connection = new("--connection")
    {
        Description = "The connection string. Other users of this machine can see it in the process list: use the environment variable when it contains a password.",
        HelpName = "TEXT",
        Recursive = true,
    };

    private static readonly Option<string?> Schema = new("--schema")
    {
        Description = "The schema of the tables. The database's default unless given.",
        HelpName = "NAME",
        Recursive = true,
    };

    private static readonly Option<string> InboxTable = new("--inbox-table")
    {
        Description = "The table of events.",
        HelpName = "NAME",
        DefaultValueFactory = _ => InboxConnection.DefaultInboxTable,
        Recursive = true,
    };

    private static readonly Option<string> DeliveriesTable = new("--deliveries-table")
    {
        Description = "The table of delivery ids.",
        HelpName = "NAME",
        DefaultValueFactory = _ => InboxConnection.DefaultDeliveriesTable,
        Recursive = true,
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print JSON: one object a line.",
        Recursive = true,
    };

    public static Command Create(CommandIo io, HelpExamples examples)
    {
        var command = new Command("inbox", "Inspect and operate a durable inbox in SQLite or PostgreSQL, given its connection string.");
        foreach (var option in new Option[] { ConnectionVariable, Connection, Schema, InboxTable, DeliveriesTable, Json })
        {
            command.Options.Add(option);
        }

        examples.Add(
            command,
            "export COINMOEBIUS_INBOX=\"Host=db;Database=shop;Username=shop;Password=…\"",
            "coinmoebius inbox list --state parked",
            "coinmoebius inbox requeue --parked",
            "coinmoebius inbox list --connection \"Data Source=shop.db\"");
        command.Subcommands.Add(List(io, examples));
        command.Subcommands.Add(Show(io, examples));
        command.Subcommands.Add(Requeue(io, examples));
        command.Subcommands.Add(Purge(io, examples));
        return command;
    }

    private static Command List(CommandIo io, HelpExamples examples)
    {
        var state = new Option<WebhookInboxState?>("--state") { Description = "Only events in this state.", HelpName = "pending|processed|parked" };
        var provider = new Option<string?>("--provider") { Description = "Only events of this provider.", HelpName = "ID" };
        var account = new Option<string?>("--account") { Description = "Only events of this account.", HelpName = "NAME" };
        var subject = new Option<string?>("--subject") { Description = "Only events about this payment or subscription.", HelpName = "ID" };
        var limit = new Option<int>("--limit") { Description = "The maximum number of events.", HelpName = "N", DefaultValueFactory = _ => 20 };
        var before = new Option<long?>("--before") { Description = "Only events with a smaller number, to continue after the last one of a list.", HelpName = "ID" };
        limit.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit must be at least 1.");
            }
        });
        var command = new Command("list", "List stored events, newest first, and count the pending and parked ones.") { state, provider, account, subject, limit, before };
        command.SetAction((parsed, cancellationToken) => InboxRun.ListAsync(
            Open(parsed, io),
            new()
            {
                State = parsed.GetValue(state),
                Provider = parsed.GetValue(provider) is { } id ? new PaymentProvider(id) : null,
                Account = parsed.GetValue(account),
                Subject = parsed.GetValue(subject),
                Limit = parsed.GetValue(limit),
                Before = parsed.GetValue(before),
            },
            parsed.GetValue(Json),
            cancellationToken));
        examples.Add(command, "coinmoebius inbox list --state parked", "coinmoebius inbox list --subject pi_3Abc --json | jq .errorText");
        return command;
    }

    private static Command Show(CommandIo io, HelpExamples examples)
    {
        var id = Number();
        var body = new Option<bool>("--body") { Description = "Print only the body, as it was received. It may contain data of the buyer." };
        var command = new Command("show", "Show one stored event.") { id, body };
        command.SetAction((parsed, cancellationToken) => InboxRun.ShowAsync(
            Open(parsed, io), parsed.GetValue(id), parsed.GetValue(body), parsed.GetValue(Json), cancellationToken));
        examples.Add(command, "coinmoebius inbox show 4711", "coinmoebius inbox show 4711 --body > delivery.json");
        return command;
    }

    private static Command Requeue(CommandIo io, HelpExamples examples)
    {
        var ids = new Argument<long[]>("ID") { Description = "The numbers of the events.", Arity = ArgumentArity.ZeroOrMore };
        var parked = new Option<bool>("--parked") { Description = "All parked events." };
        var command = new Command("requeue", "Try events again now, with their attempts counted from zero.") { ids, parked };
        command.Validators.Add(result =>
        {
            if (result.GetValue(parked) == (result.GetValue(ids) is { Length: > 0 }))
            {
                result.AddError("Give the numbers of the events, or --parked for all parked events.");
            }
        });
        command.SetAction((parsed, cancellationToken) => InboxRun.RequeueAsync(
            Open(parsed, io), parsed.GetValue(parked) ? null : parsed.GetValue(ids), parsed.GetValue(Json), cancellationToken));
        examples.Add(command, "coinmoebius inbox requeue 4711 4712", "coinmoebius inbox requeue --parked");
        return command;
    }

    private static Command Purge(CommandIo io, HelpExamples examples)
    {
        var state = new Option<WebhookInboxState>("--state") { Description = "The state of the events to delete: processed or parked.", HelpName = "processed|parked", Required = true };
        var age = new Option<TimeSpan>("--older-than")
        {
            Description = "Their minimum age, as d.hh:mm:ss. Providers repeat deliveries for up to 36 days: a repeated delivery of a deleted event is handled again.",
            HelpName = "TIME",
            Required = true,
        };
        var yes = new Option<bool>("--yes") { Description = "Required for parked events: they were never handled and are lost." };
        var command = new Command("purge", "Delete old events.") { state, age, yes };
        command.Validators.Add(result =>
        {
            if (result.GetResult(state) is null || result.GetResult(age) is null)
            {
                return;
            }

            if (result.GetValue(state) == WebhookInboxState.Pending)
            {
                result.AddError("Pending events cannot be deleted: they would be lost.");
            }
            else if (result.GetValue(state) == WebhookInboxState.Parked && !result.GetValue(yes))
            {
                result.AddError("Parked events were never handled. Review them with 'inbox list --state parked', then add --yes to delete them.");
            }
            else if (result.GetValue(age) < TimeSpan.Zero)
            {
                result.AddError("--older-than must not be negative.");
            }
        });
        command.SetAction((parsed, cancellationToken) => InboxRun.PurgeAsync(
            Open(parsed, io), parsed.GetValue(state), parsed.GetValue(age), parsed.GetValue(Json), cancellationToken));
        examples.Add(command, "coinmoebius inbox purge --state processed --older-than 40.00:00:00", "coinmoebius inbox purge --state parked --older-than 90.00:00:00 --yes");
        return command;
    }

    private static Argument<long> Number() => new("ID") { Description = "The number of the event." };

    private static InboxConnection Open(ParseResult parsed, CommandIo io) => new(
        io,
        parsed.GetValue(Connection),
        parsed.GetValue(ConnectionVariable),
        parsed.GetValue(Schema),
        parsed.GetRequiredValue(InboxTable),
        parsed.GetRequiredValue(DeliveriesTable),
        parsed.InvocationConfiguration.Output);
}
