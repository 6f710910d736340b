using System.CommandLine;

namespace CoinMoebius.Cli.Commands;

/// <summary><c>coinmoebius webhooks</c></summary>
internal static class WebhooksCommand
{
    public static Command Create(CommandIo io, HelpExamples examples)
    {
        var command = new Command("webhooks", "Inspect webhooks as payment providers send them.");
        command.Subcommands.Add(WebhooksVerifyCommand.Create(io, examples));
        examples.Add(
            command,
            "coinmoebius webhooks verify --provider stripe --secret-env STRIPE_WEBHOOK_SECRET \\",
            "    --header \"Stripe-Signature: t=1778720661,v1=…\" --body delivery.json",
            "cat cases.jsonl | coinmoebius webhooks verify --jsonl > results.jsonl");
        return command;
    }
}
