using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Combines --options, the secrets and --tolerance into the provider's options.</summary>
internal static class RequestOptions
{
    private const int MaxFileLength = 1024 * 1024;

    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    /// <exception cref="CaseException">--options is not a JSON object.</exception>
    /// <exception cref="CommandException">A variable or file is missing.</exception>
    public static async Task<string> BuildAsync(RequestFlags flags, CommandIo io, CancellationToken cancellationToken)
    {
        var options = Parse(await ReadTextAsync(flags.Options, cancellationToken));
        var secrets = new List<string>(flags.Secrets);
        foreach (var name in flags.SecretVariables)
        {
            secrets.Add(io.Variable(name) is { Length: > 0 } value
                ? value
                : throw new CommandException($"the environment variable {name} is not set or is empty."));
        }

        foreach (var path in flags.SecretFiles)
        {
            secrets.Add(FirstLine(await ReadFileAsync(path, cancellationToken)));
        }

        if (secrets.Count > 0)
        {
            AddSecrets(options, secrets);
        }

        if (flags.Tolerance is not null)
        {
            options["tolerance"] = flags.Tolerance;
        }

        return options.ToJsonString();
    }

    private static void AddSecrets(JsonObject options, List<string> secrets)
    {
        var all = options["secrets"] switch
        {
            null => [],
            JsonArray array => array,
            _ => throw new CaseException("bad options: $.secrets is not an option of the right type."),
        };
        foreach (var secret in secrets)
        {
            all.Add((JsonNode)secret);
        }

        options["secrets"] = all;
    }

    private static JsonObject Parse(string? text)
    {
        if (text is null)
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: NoDuplicates) as JsonObject ?? throw new CaseException("--options is not a JSON object.");
        }
        catch (JsonException e)
        {
            // The exception's message may quote the input.
            throw new CaseException($"--options is not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine}).");
        }
    }

    private static async Task<string?> ReadTextAsync(string? options, CancellationToken cancellationToken) =>
        options is ['@', .. var path] ? await ReadFileAsync(path, cancellationToken) : options;

    private static async Task<string> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = InputFile.Open(path);
        var bytes = await InputFile.ReadAllAsync(file, path, MaxFileLength, cancellationToken);
        return Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF');
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd('\r');
}
