using System.CommandLine;
using System.CommandLine.Parsing;
using CoinMoebius.Cli.Webhooks;

namespace CoinMoebius.Cli.Commands;

/// <summary><c>coinmoebius webhooks verify</c>: one request given by flags, or many as lines of JSON.</summary>
internal static class WebhooksVerifyCommand
{
    private static readonly Option<string?> JsonLines = new("--jsonl")
    {
        Description = "Read one case per line from FILE (- or no value: standard input) and write one result per line, in order.",
        HelpName = "FILE|-",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Provider = new("--provider")
    {
        Description = "The provider that sent the request: " + string.Join(", ", WebhookProviders.Ids) + ".",
        HelpName = "ID",
    };

    private static readonly Option<string[]> SecretVariables = new("--secret-env")
    {
        Description = "The environment variable that holds the signing secret. May be repeated.",
        HelpName = "NAME",
    };

    private static readonly Option<string[]> SecretFiles = new("--secret-file")
    {
        Description = "A file that holds the signing secret on its first line. May be repeated.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Secrets = new("--secret")
    {
        Description = "The signing secret. May be repeated. Other users of this machine can see it in the process list, and your shell may store it: use --secret-env instead.",
        HelpName = "TEXT",
    };

    private static readonly Option<string[]> Headers = new("--header")
    {
        Description = "A header of the request, as \"Name: value\". May be repeated.",
        HelpName = "NAME: VALUE",
    };

    private static readonly Option<string?> Body = new("--body")
    {
        Description = "The file with the exact bytes of the body (-: standard input). The body is empty unless given.",
        HelpName = "FILE|-",
    };

    private static readonly Option<string?> Url = new("--url")
    {
        Description = "The URL that was called, for providers that sign it.",
        HelpName = "URL",
    };

    private static readonly Option<string?> Now = new("--now")
    {
        Description = "The time to verify at, such as 2026-05-14T01:04:21Z, for a recorded request. The system clock unless given.",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Tolerance = new("--tolerance")
    {
        Description = "The maximum difference from the signed time, as hh:mm:ss, for providers that sign a time.",
        HelpName = "TIME",
    };

    private static readonly Option<string?> OptionsJson = new("--options")
    {
        Description = "Further options of the provider, as a JSON object in camelCase or as @FILE that contains one.",
        HelpName = "JSON|@FILE",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the result as one JSON object.",
    };

    private static readonly Option[] OfOneRequest =
        [Provider, SecretVariables, SecretFiles, Secrets, Headers, Body, Url, Now, Tolerance, OptionsJson, Json];

    public static Command Create(CommandIo io, HelpExamples examples)
    {
        var command = new Command(
            "verify",
            "Check whether a webhook is authentic, and print its event. Exit code: 0 verified (or every line processed), 1 rejected or unreadable, 2 wrong usage.");
        foreach (var option in OfOneRequest)
        {
            command.Options.Add(option);
        }

        command.Options.Add(JsonLines);
        command.Validators.Add(Validate);
        command.SetAction((parsed, cancellationToken) => parsed.GetResult(JsonLines) is null
            ? OneRequest.RunAsync(Read(parsed), io, cancellationToken)
            : JsonLinesRun.RunAsync(parsed.GetValue(JsonLines), io, cancellationToken));
        examples.Add(
            command,
            "coinmoebius webhooks verify --provider stripe --secret-env STRIPE_WEBHOOK_SECRET \\",
            "    --header \"Stripe-Signature: t=1778720661,v1=…\" --body delivery.json --now 2026-05-14T01:04:21Z",
            "coinmoebius webhooks verify --jsonl cases.jsonl > results.jsonl",
            "producer | coinmoebius webhooks verify --jsonl - | jq 'select(.outcome != \"verified\")'",
            "A line of cases.jsonl; body is base64, now and url may be left out:",
            """{"id":"c1","provider":"stripe","options":{"secrets":["whsec_…"]},"headers":{"Stripe-Signature":"t=…"},"body":"e30="}""");
        return command;
    }

    private static void Validate(CommandResult result)
    {
        if (result.GetResult(JsonLines) is null)
        {
            if (result.GetValue(Provider) is not { } provider)
            {
                result.AddError("Give --jsonl [FILE|-] for many cases, or --provider, a secret, --header and --body for one request.");
            }
            else if (!WebhookProviders.Ids.Contains(provider))
            {
                result.AddError($"There is no provider '{provider}'. Known: {string.Join(", ", WebhookProviders.Ids)}.");
            }
        }
        else if (Array.Find(OfOneRequest, option => option != Json && result.GetResult(option) is not null) is { } other)
        {
            result.AddError($"{other.Name} cannot be combined with --jsonl: each line contains its own.");
        }
    }

    private static RequestFlags Read(ParseResult parsed) => new()
    {
        Provider = parsed.GetRequiredValue(Provider)!,
        SecretVariables = parsed.GetValue(SecretVariables) ?? [],
        SecretFiles = parsed.GetValue(SecretFiles) ?? [],
        Secrets = parsed.GetValue(Secrets) ?? [],
        Headers = parsed.GetValue(Headers) ?? [],
        Body = parsed.GetValue(Body),
        Url = parsed.GetValue(Url),
        Now = parsed.GetValue(Now),
        Tolerance = parsed.GetValue(Tolerance),
        Options = parsed.GetValue(OptionsJson),
        Json = parsed.GetValue(Json),
    };
}
