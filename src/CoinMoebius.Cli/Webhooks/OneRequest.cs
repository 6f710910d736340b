using System.Buffers;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Verifies the request that the flags describe.</summary>
internal static class OneRequest
{
    private static readonly JsonWriterOptions Indented = CaseResult.Compact with { Indented = true };

    public static async Task<int> RunAsync(RequestFlags flags, CommandIo io, CancellationToken cancellationToken)
    {
        var result = await VerifyAsync(flags, io, cancellationToken);
        if (flags.Json)
        {
            await PrintAsync(io, Json(CaseResult.Compact, result.Write), cancellationToken);
        }
        else if (result.Error is not null)
        {
            await io.Error.WriteLineAsync("error: " + result.Error);
        }
        else
        {
            await PrintAsync(io, Describe(result.Verification), cancellationToken);
        }

        return result.Error is null && result.Verification.IsVerified ? ExitCode.Success : ExitCode.Failure;
    }

    private static async Task<CaseResult> VerifyAsync(RequestFlags flags, CommandIo io, CancellationToken cancellationToken)
    {
        try
        {
            var verifyCase = new VerifyCase
            {
                Provider = flags.Provider,
                OptionsJson = await RequestOptions.BuildAsync(flags, io, cancellationToken),
                Headers = [.. flags.Headers.Select(ParseHeader)],
                Body = await ReadBodyAsync(flags.Body, io, cancellationToken),
                Url = flags.Url is null ? null : VerifyCase.ParseUrl(flags.Url),
                Now = flags.Now is null ? null : VerifyCase.ParseTime(flags.Now),
            };
            return CaseResult.Of(default, await new CaseVerifier(io.Clock).VerifyAsync(verifyCase, cancellationToken));
        }
        catch (CaseException e)
        {
            return CaseResult.Failed(default, e.Message);
        }
    }

    private static KeyValuePair<string, string> ParseHeader(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? new(header[..colon].Trim(), header[(colon + 1)..].Trim())
            : throw new CommandException("--header needs \"Name: value\".");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(string? path, CommandIo io, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return default;
        }

        if (path == "-")
        {
            if (io.InIsTerminal)
            {
                await io.Error.WriteLineAsync("Reading the body from the terminal, ended by Ctrl-D (Windows: Ctrl-Z, Enter). The final line feed is part of the body.");
            }

            return await InputFile.ReadAllAsync(io.In, "standard input", JsonLinesRun.MaxLineLength, cancellationToken);
        }

        await using var file = InputFile.Open(path);
        return await InputFile.ReadAllAsync(file, path, JsonLinesRun.MaxLineLength, cancellationToken);
    }

    private static ArrayBufferWriter<byte> Describe(in WebhookVerification verification)
    {
        if (verification.IsVerified)
        {
            var webhookEvent = verification.Event;
            return Text(
                $"verified: {webhookEvent.Provider} {webhookEvent.EventType}".TrimEnd(),
                Json(Indented, writer => WebhookEventJson.Write(writer, webhookEvent)).WrittenSpan);
        }

        return Text($"rejected: {VerdictText.NameOf(verification.Verdict)}\n{VerdictText.AdviceOn(verification.Verdict)}");
    }

    private static ArrayBufferWriter<byte> Text(string line, ReadOnlySpan<byte> more = default)
    {
        var text = new ArrayBufferWriter<byte>();
        text.Write(Encoding.UTF8.GetBytes(line));
        if (!more.IsEmpty)
        {
            text.Write("\n"u8);
            text.Write(more);
        }

        return text;
    }

    private static ArrayBufferWriter<byte> Json(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, options);
        write(writer);
        writer.Flush();
        return json;
    }

    private static async Task PrintAsync(CommandIo io, ArrayBufferWriter<byte> text, CancellationToken cancellationToken)
    {
        text.Write("\n"u8);
        try
        {
            await io.Out.WriteAsync(text.WrittenMemory, cancellationToken);
            await io.Out.FlushAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new OutputException(e);
        }
    }
}
